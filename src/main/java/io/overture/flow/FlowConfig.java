package io.overture.flow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How visitors are stepped on a node. */
@ConfigMapping(prefix = "overture.flow")
public interface FlowConfig {

    /** Heap, roughly, for visitors a node keeps at hand, so that the usual step costs one round trip. */
    @WithDefault("134217728")
    long cacheBytes();

    /** Inputs under way on a node; beyond that the answer is 503 at once. */
    @WithDefault("8192")
    int mostUnderWay();

    /** How long a visitor is remembered after her last sign of life. */
    @WithDefault("P90D")
    Duration memoryLifetime();
}
