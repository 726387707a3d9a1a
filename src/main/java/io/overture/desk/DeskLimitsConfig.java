package io.overture.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one list and one address may hold of the advisors' time. Clients by their token are exempt from the latter. */
@ConfigMapping(prefix = "overture.limits")
public interface DeskLimitsConfig {

    /**
     * Call backs and appointments that one list may hold open. Beyond it nothing more is promised until one of them is
     * done, and visitors are told so; strangers are refused from four fifths of it on.
     */
    @WithDefault("2000")
    int promisesPerList();

    /** Call backs and appointments promised within a day to strangers of one address; four times as many to a /48's. */
    @WithDefault("20")
    int promisesPerAddress();

    /** Invitations open at once to strangers of one address, of those that hold a slot; four times as many to a /48's. */
    @WithDefault("4")
    int offersPerAddress();
}
