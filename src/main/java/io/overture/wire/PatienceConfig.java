package io.overture.wire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a connection may take, however busy it seems. Who does nothing at all is hung up on by `quarkus.http.idle-timeout`. */
@ConfigMapping(prefix = "overture.patience")
public interface PatienceConfig {

    /** For the headers of a request: the first from the connection on, a later one from its first byte on. */
    @WithDefault("10s")
    Duration headers();

    /** For a body, from the headers on. */
    @WithDefault("15s")
    Duration body();

    /** For each piece of an answer, or of what a socket is sent, to be taken; up to twice as long for some. */
    @WithDefault("15s")
    Duration answer();
}
