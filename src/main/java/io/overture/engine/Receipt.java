package io.overture.engine;

import java.util.Locale;

/** What became of an input. From {@link #UNKNOWN} on they are refusals. */
public enum Receipt {
    /** It is part of her now. */
    TAKEN,
    /** It was taken before; nothing changed. */
    REPEATED,
    /** More than 64 batches behind its source: dropped. */
    TOO_FAR_BEHIND,
    /** Of a session that ended: what outlives a session was taken. */
    LATE,
    /** Without consent, or older than its withdrawal: nothing was kept. */
    WITHHELD,
    /** It speaks of a conversation that is not open. */
    UNKNOWN,
    /** There is no room for it until somebody reads what she wrote before. */
    FULL,
    /** Somebody else has the conversation. */
    OUTDONE,
    /** The house's limits keep her in peace now. */
    LIMITED,
    /** No page of hers is open. */
    UNREACHABLE;

    /** The word for it in metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
