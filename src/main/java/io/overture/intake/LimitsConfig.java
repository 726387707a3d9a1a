package io.overture.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of one visitor, one address and one socket is taken. The machine itself is exempt from limits by address. */
@ConfigMapping(prefix = "overture.limits")
public interface LimitsConfig {

    /** Beacons a second of one visitor, by whichever door, at a steady rate. */
    @WithDefault("20")
    double beaconsPerSecond();

    /** Beacons of one visitor that may come at once, as after an outage. */
    @WithDefault("200")
    int beaconsAtOnce();

    /**
     * Visitors a minute that this node has not seen lately, from one address. An office or a mobile network is one
     * address. Which address counts behind a proxy is for {@code quarkus.http.proxy.*} to say.
     */
    @WithDefault("600")
    int newVisitorsPerMinute();

    /** Open sockets from one address. */
    @WithDefault("200")
    int socketsPerAddress();

    /** Frames a second on one socket, at a steady rate. */
    @WithDefault("50")
    double framesPerSecond();

    /** Frames on one socket that may come at once. */
    @WithDefault("400")
    int framesAtOnce();
}
