package io.overture.ops.scaling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many nodes a region needs; see {@code docs/scaling.md}. The same at every node of a region. */
@ConfigMapping(prefix = "overture.scaling")
public interface ScalingConfig {

    /** Sockets a node carries with ease. */
    @WithDefault("5000")
    int socketsPerNode();

    /** Beacons a second a node folds with ease. */
    @WithDefault("1000")
    double beaconsPerSecondPerNode();

    /** Share of the load that is added to it, for what comes before a new node is ready. */
    @WithDefault("0.25")
    double headroom();

    /** Never fewer nodes are desired than this. */
    @WithDefault("2")
    int min();

    /** Never more nodes are desired than this. */
    @WithDefault("50")
    int max();

    /** Fewer nodes are desired only once fewer were enough for so long. */
    @WithDefault("5m")
    Duration window();

    default Capacity capacity() {
        return new Capacity(socketsPerNode(), beaconsPerSecondPerNode(), headroom(), min(), max());
    }
}
