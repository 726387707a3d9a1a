package io.overture.trigger;

import io.overture.visitor.Interest;
import io.overture.visitor.Stretches;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Engaged time on one item, its customisation included.
 *
 * @param categories any of these; none means any
 */
public record Dwell(Duration atLeast, Duration within, List<String> categories) implements Condition {

    public Dwell {
        categories = List.copyOf(categories);
    }

    @Override
    public Spans holds(Scene scene) {
        return scene.attention().interests().stream()
                .filter(interest -> Views.isIn(interest.item().category(), categories))
                .map(interest -> on(interest, scene.session().activity().began()))
                .reduce(Spans.NEVER, Spans::or);
    }

    /**
     * Holds from when enough had gathered within the window that ends with the last stretch, until so much of it has
     * slid out that too little is left.
     */
    private Spans on(Interest interest, Instant sessionBegan) {
        var stretches = interest.engaged().oldestFirst();
        if (stretches.isEmpty()) {
            return Spans.NEVER;
        }
        var last = stretches.getLast().to();
        var windowStart = last.minus(within).isBefore(sessionBegan) ? sessionBegan : last.minus(within);
        if (interest.engaged().within(windowStart, last).compareTo(atLeast) < 0) {
            return Spans.NEVER;
        }
        var enoughFrom = forwards(stretches, windowStart);
        var enoughUntil = backwards(stretches).plus(within).plusMillis(1);
        return Spans.between(enoughFrom, enoughUntil);
    }

    /** When, counting from {@code start}, enough had gathered. */
    private Instant forwards(List<Stretches.Stretch> stretches, Instant start) {
        var missing = atLeast;
        for (var each : stretches) {
            var from = each.from().isBefore(start) ? start : each.from();
            if (from.isAfter(each.to())) {
                continue;
            }
            var length = Duration.between(from, each.to());
            if (length.compareTo(missing) >= 0) {
                return from.plus(missing);
            }
            missing = missing.minus(length);
        }
        throw new IllegalStateException("there was enough");
    }

    /** The latest instant since which there is enough. */
    private Instant backwards(List<Stretches.Stretch> stretches) {
        var missing = atLeast;
        for (var each : stretches.reversed()) {
            var length = Duration.between(each.from(), each.to());
            if (length.compareTo(missing) >= 0) {
                return each.to().minus(missing);
            }
            missing = missing.minus(length);
        }
        throw new IllegalStateException("there was enough");
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(Aspect.ATTENTION, Aspect.BEGAN);
    }

    @Override
    public String words() {
        return Words.of("dwell")
                .with("atLeast", atLeast)
                .with("within", within)
                .with("category", categories)
                .toString();
    }
}
