package io.overture.trigger;

import java.time.Duration;

/**
 * So many times within so long: holds from the latest of them, while the n-th last is younger than {@code within}.
 *
 * @param atLeast 1–16
 */
public record Window(int atLeast, Duration within) {

    /** {@code times} holds the newest {@link #atLeast}. */
    Spans over(Times times) {
        return times.total() < atLeast
                ? Spans.NEVER
                : Spans.between(times.nthLast(1), times.nthLast(atLeast) + within.toMillis());
    }
}
