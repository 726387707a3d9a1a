package io.overture.trigger;

import io.overture.visitor.Stretches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
        var spans = Spans.NEVER;
        for (var interest : scene.interests()) {
            if (!interest.engaged().isEmpty() && Views.isIn(interest.item().category(), categories)) {
                spans = spans.or(on(
                        interest.engaged(), scene.session().activity().began().toEpochMilli()));
            }
        }
        return spans;
    }

    /**
     * Holds from when enough had gathered within the window that ends with the last stretch, until so much of it has
     * slid out that too little is left.
     */
    private Spans on(Stretches engaged, long sessionBegan) {
        long last = engaged.to(engaged.size() - 1);
        long windowStart = Math.max(sessionBegan, last - within.toMillis());
        if (engaged.millisWithin(windowStart, last) < atLeast.toMillis()) {
            return Spans.NEVER;
        }
        return Spans.between(forwards(engaged, windowStart), backwards(engaged) + within.toMillis() + 1);
    }

    /** When, counting from {@code start}, enough had gathered. */
    private long forwards(Stretches stretches, long start) {
        long missing = atLeast.toMillis();
        for (int i = 0; i < stretches.size(); i++) {
            long from = Math.max(start, stretches.from(i));
            long to = stretches.to(i);
            if (from > to) {
                continue;
            }
            if (to - from >= missing) {
                return from + missing;
            }
            missing -= to - from;
        }
        throw new IllegalStateException("there was enough");
    }

    /** The latest instant since which there is enough. */
    private long backwards(Stretches stretches) {
        long missing = atLeast.toMillis();
        for (int i = stretches.size() - 1; i >= 0; i--) {
            long from = stretches.from(i);
            long to = stretches.to(i);
            if (to - from >= missing) {
                return to - missing;
            }
            missing -= to - from;
        }
        throw new IllegalStateException("there was enough");
    }

    @Override
    public List<Dependency> dependencies() {
        var all = new ArrayList<>(Dependency.on(Aspect.ENGAGED, categories));
        all.addAll(Dependency.on(Aspect.BEGAN));
        return all;
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
