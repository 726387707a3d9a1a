package io.overture.visitor;

import java.util.Locale;

/** What became of a moment: offered, told to the advisors, or the first reason that kept it from being offered. */
public enum Verdict {
    OFFERED,
    ALERTED,
    LIMITS,
    /** Held back by her conversation, and never offered after it; told as {@link #LIMITS}. */
    SPENT,
    OUTWEIGHED,
    UNREACHABLE,
    PACING,
    HOLDOUT;

    /** Nothing more is decided about this moment. */
    public boolean isFinal() {
        return this == OFFERED || this == ALERTED || this == HOLDOUT || this == SPENT;
    }

    /** The word for it on the wire, in metrics and in the journal. */
    public String word() {
        return (this == SPENT ? LIMITS : this).name().toLowerCase(Locale.ROOT);
    }
}
