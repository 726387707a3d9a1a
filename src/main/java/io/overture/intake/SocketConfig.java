package io.overture.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sockets are kept alive. */
@ConfigMapping(prefix = "overture.socket")
public interface SocketConfig {

    /** Time between pings; who is silent for twice as long is gone. Shorter than any proxy's idle timeout on the way. */
    @WithDefault("25s")
    Duration heartbeat();
}
