package io.overture.ops.scaling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How nodes share sockets evenly, so that one that joins gets its part; see {@code docs/scaling.md}. */
@ConfigMapping(prefix = "overture.rebalance")
public interface RebalanceConfig {

    /** Whether pages are asked to reconnect for the sake of an even share. */
    @WithDefault("true")
    boolean enabled();

    /** By which share a node may carry more sockets than the mean. */
    @WithDefault("0.2")
    double tolerance();

    /** Fewer sockets above the mean than this are left where they are. */
    @WithDefault("50")
    int minimum();

    /** Share of its sockets that a node asks to reconnect in one interval, at most. */
    @WithDefault("0.02")
    double share();

    /** Time between two looks, over which the pages asked are spread. */
    @WithDefault("10s")
    Duration interval();

    default Rebalance rebalance() {
        return new Rebalance(tolerance(), minimum(), share());
    }
}
