package io.overture.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * So many times within so long: holds from the latest of them, while the n-th last is younger than {@code within}.
 *
 * @param atLeast 1–16
 */
public record Window(int atLeast, Duration within) {

    Spans over(Collection<Instant> times) {
        return overNewestFirst(times.stream().sorted(Comparator.reverseOrder()).toList());
    }

    Spans over(Stream<Instant> times) {
        return overNewestFirst(times.sorted(Comparator.reverseOrder()).toList());
    }

    private Spans overNewestFirst(List<Instant> times) {
        if (times.size() < atLeast) {
            return Spans.NEVER;
        }
        return Spans.between(times.getFirst(), times.get(atLeast - 1).plus(within));
    }
}
