package io.overture.passport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code overture.passport}: passports between regions, {@code docs/regions.md}. Off unless keys and regions are set. */
@ConfigMapping(prefix = "overture.passport")
interface PassportConfig {

    /**
     * File with this region's private keys: a JWK set (RFC 7517) of one or two keys on P-256, each with a {@code kid}.
     * The first signs, all are published.
     */
    Optional<Path> keys();

    /** How long a passport may be used after it was given; at most ten minutes. */
    @WithDefault("3m")
    Duration lifetime();

    /** How long what happened here to a visitor with a passport waits for its way home; at most seven days. */
    @WithDefault("24h")
    Duration returnsAge();

    /**
     * The other regions, each as {@code NAME=URL}: the name it has as {@code overture.region}, and where its visitors'
     * doors are, by https unless on this machine; such as {@code us-east=https://us-east.visit.example}.
     */
    Optional<List<String>> regions();
}
