package io.overture.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code overture.desk}: how desks work. */
@ConfigMapping(prefix = "overture.desk")
public interface DeskConfig {

    /** Whether an offer needs an advisor who is there. */
    @WithDefault("live")
    Staffing staffing();

    /** How long what was said is kept after its last word. */
    @WithDefault("P30D")
    Duration transcriptRetention();

    /** After so long a contact centre that has not taken a conversation is given up, and whoever is here is called. */
    @WithDefault("PT30S")
    Duration webhookPatience();

    /** Where slots come from. */
    enum Staffing {
        /** An offer is made only with the slot of an advisor who is there. */
        LIVE,
        /** As long as nobody at all is there, offers are made without a slot: the boutique can be tried in one window. */
        ASSUMED
    }
}
