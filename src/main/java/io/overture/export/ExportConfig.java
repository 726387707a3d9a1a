package io.overture.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The journal to Kafka. Where its brokers are and how to reach them are Kafka's own settings after `kafka.`, such as `kafka.bootstrap.servers` and `kafka.security.protocol`. */
@ConfigMapping(prefix = "overture.journal.kafka")
public interface ExportConfig {

    /** Topic the journal is sent to; without one it is not sent. */
    Optional<String> topic();

    /** Topic that a record is sent to when the broker refuses it, beside the list of such records in Redis. */
    Optional<String> deadLetterTopic();

    /** Refused records kept in Redis until they are sent again; beyond it the oldest go. */
    @WithDefault("1000")
    int deadLetters();
}
