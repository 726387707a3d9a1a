package io.overture.visitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stretches of engaged time on one item, united where they overlap or touch, oldest first, at most 32. Beyond that the two
 * nearest neighbours are moved together, so that no engaged time is lost, only a little of its place.
 */
public record Stretches(List<Stretch> oldestFirst) {

    public static final int MOST = 32;
    public static final Stretches NONE = new Stretches(List.of());

    /** Half-open: {@code from} included, {@code to} not. */
    public record Stretch(Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    public Stretches {
        oldestFirst = List.copyOf(oldestFirst);
    }

    public Stretches plus(Stretch added) {
        if (!added.from().isBefore(added.to())) {
            return this;
        }
        var next = new ArrayList<Stretch>(oldestFirst.size() + 1);
        var from = added.from();
        var to = added.to();
        int place = 0;
        for (var each : oldestFirst) {
            if (each.to().isBefore(from)) {
                next.add(each);
                place++;
            } else if (each.from().isAfter(to)) {
                next.add(each);
            } else {
                from = each.from().isBefore(from) ? each.from() : from;
                to = each.to().isAfter(to) ? each.to() : to;
            }
        }
        next.add(place, new Stretch(from, to));
        if (next.size() > MOST) {
            joinNearest(next);
        }
        return new Stretches(next);
    }

    public Stretches plus(Stretches others) {
        var all = this;
        for (var each : others.oldestFirst) {
            all = all.plus(each);
        }
        return all;
    }

    /** Engaged time between two instants. */
    public Duration within(Instant from, Instant to) {
        return Duration.ofMillis(millisWithin(from.toEpochMilli(), to.toEpochMilli()));
    }

    /** The same in epoch milliseconds. */
    public long millisWithin(long from, long to) {
        long millis = 0;
        for (int i = 0; i < oldestFirst.size(); i++) {
            var each = oldestFirst.get(i);
            long start = Math.max(each.from().toEpochMilli(), from);
            long end = Math.min(each.to().toEpochMilli(), to);
            millis += Math.max(0, end - start);
        }
        return millis;
    }

    public boolean isEmpty() {
        return oldestFirst.isEmpty();
    }

    private static void joinNearest(List<Stretch> stretches) {
        int nearest = 0;
        Duration least = null;
        for (int i = 0; i + 1 < stretches.size(); i++) {
            var gap =
                    Duration.between(stretches.get(i).to(), stretches.get(i + 1).from());
            if (least == null || gap.compareTo(least) < 0) {
                least = gap;
                nearest = i;
            }
        }
        var earlier = stretches.remove(nearest);
        var later = stretches.get(nearest);
        stretches.set(nearest, new Stretch(later.from().minus(earlier.length()), later.to()));
    }
}
