package io.overture.traffic;

import java.util.Locale;

/** Why something was not let in. */
public enum Refusal {
    /** A beacon or frame against the contract; {@code faults} says where. */
    INVALID,
    /** No site has the key that was named. Told to the site whose origin it came from, if any. */
    UNKNOWN_SITE,
    /** The origin is absent, {@code null}, or not in the site's list. */
    ORIGIN,
    TOO_FAST,
    TOO_LARGE,
    /** A media type or an encoding that beacons do not have. */
    UNSUPPORTED,
    /** The store or this node was not there for it; browsers send it again. */
    UNAVAILABLE,
    /** A frame that is not JSON, is binary, or is of no known type. */
    NOT_UNDERSTOOD,
    /** A socket whose first frame was no {@code hello}. */
    NOT_GREETED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
