package io.overture.visitor;

import java.util.Locale;

/** How an invitation ended. */
public enum Outcome {
    ACCEPTED,
    DECLINED,
    DISMISSED,
    EXPIRED,
    WITHDRAWN;

    /** The word for it on the wire, in metrics and in the journal. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
