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

    /**
     * How often within a minute strangers of one address, who ask for an advisor themselves, may ring at one advisor or
     * another; four times as often those of a /48. The others wait, as do those for whom no advisor is free.
     */
    @WithDefault("30")
    int ringsPerAddress();

    /** The same for all strangers together, at the advisors of one desk. */
    @WithDefault("120")
    int ringsPerDesk();
}
