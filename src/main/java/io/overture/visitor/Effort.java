package io.overture.visitor;

import java.time.Duration;

/**
 * What a conversation cost her, derived and not asked.
 *
 * @param waited in all, until an advisor was there
 * @param calls how often an advisor had to be called anew: transfers, and advisors who did not answer
 * @param repeats messages in which she said again what she had said before, word for word
 */
public record Effort(Duration waited, int calls, int repeats) {

    public static final Effort NONE = new Effort(Duration.ZERO, 0, 0);

    private static final Duration LONG = Duration.ofMinutes(1);

    Effort waitedMore(Duration more) {
        return new Effort(waited.plus(more), calls, repeats);
    }

    Effort calledAnew() {
        return new Effort(waited, calls + 1, repeats);
    }

    Effort repeated() {
        return new Effort(waited, calls, repeats + 1);
    }

    /** Whether it was too much: a long wait, two advisors, or saying things twice. */
    public boolean isHigh() {
        return waited.compareTo(LONG) > 0 || calls > 1 || repeats > 0;
    }
}
