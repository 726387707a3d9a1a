package io.overture.demo.crowd;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The crowd that is there from the start of the demo; it can be called and sent away at any time. */
@ConfigMapping(prefix = "overture.demo.crowd")
interface CrowdConfig {

    /** How many; 0 is nobody until somebody calls for them. At most {@link Crowd#MOST}. */
    @WithDefault("0")
    int members();

    /** The same seed gives the same stories. */
    @WithDefault("7")
    long seed();
}
