package io.overture.visitor;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a conversation has come.
 *
 * <pre>
 *   waiting ──claimed──▶ joined ──ended by either, or silence──▶ over
 *    │  ▲ │                 │
 *    │  └─┼── transferred, no first word, advisor lost
 *    │    └──handed to the house's own tool──▶ handed ──silence──▶ over
 *    └──nobody came──▶ unmet ──claimed late──▶ joined
 * </pre>
 */
public sealed interface Stage {

    /**
     * An advisor is being called.
     *
     * @param since when this wait began
     * @param round how often it has rung in this wait, from 0
     * @param to whom it is handed over: an advisor's or a desk's id; null: whoever is best
     * @param from the advisor who hands it over, or did not answer
     */
    record Waiting(
            Instant since,
            Instant rungAt,
            int round,
            @Nullable String to,
            @Nullable String from) implements Stage {}

    /** An advisor is there; until she {@code spoke} somebody else may still be called. */
    record Joined(Attendant advisor, Instant at, boolean spoke) implements Stage {}

    /** The house's own tool has it now. */
    record Handed() implements Stage {}

    /** Nobody could come: a call back or an appointment is offered instead, and what she writes is kept for it. */
    record Unmet() implements Stage {}

    /** It has ended; {@code asked}: how it was for her, and she has not said yet. */
    record Over(Ending ending, boolean asked) implements Stage {}

    /** Whether an advisor has it, or is being called for it. */
    default boolean isOpen() {
        return switch (this) {
            case Waiting waiting -> true;
            case Joined joined -> true;
            case Handed handed -> true;
            case Unmet unmet -> false;
            case Over over -> false;
        };
    }

    /** Why a conversation is over. */
    enum Ending {
        BY_ADVISOR,
        BY_VISITOR,
        SILENCE,
        /** Nobody came. */
        UNMET;

        /** The word for it in the journal and in metrics. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
