package io.overture.desk;

import java.util.List;

/** Keys of what all desks of this deployment share: one hash tag, since an advisor serves several sites. */
final class StaffKeys {

    static final String PREFIX = "ov:{desk}:";
    static final String PRESENCE = PREFIX + "presence";
    static final String REACH = PREFIX + "reach";
    static final String USED = PREFIX + "used";

    /** In the order {@code desk-places.lua} has them. */
    static final List<String> SLOTS = List.of(
            PRESENCE,
            REACH,
            USED,
            PREFIX + "held",
            PREFIX + "lost",
            PREFIX + "paced",
            PREFIX + "paced:since",
            PREFIX + "paced:wish",
            PREFIX + "reaped",
            PREFIX + "paced:line",
            PREFIX + "shown",
            PREFIX + "yielded");

    private StaffKeys() {}

    static String tabs(String advisor) {
        return PREFIX + "tabs:" + advisor;
    }

    /** As {@code desk-presence.lua} has them. */
    static List<String> presence(String advisor) {
        return List.of(PRESENCE, REACH, USED, tabs(advisor));
    }
}
