package io.overture.visitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of engaged time on one item, to the millisecond, united where they overlap or touch, oldest first, at most 32.
 * Beyond that the two nearest neighbours are moved together, so that no engaged time is lost, only a little of its place.
 */
public record Stretches(List<Stretch> oldestFirst) {

    public static final int MOST = 32;

    private static final PackedList.Form<Stretch> FORM = new PackedList.Form<>(2) {
        @Override
        void write(Stretch stretch, long[] to, int at) {
            to[at] = stretch.from().toEpochMilli();
            to[at + 1] = stretch.to().toEpochMilli();
        }

        @Override
        Stretch read(long[] from, int at, @Nullable Object none) {
            return new Stretch(Instant.ofEpochMilli(from[at]), Instant.ofEpochMilli(from[at + 1]));
        }
    };

    public static final Stretches NONE = new Stretches(List.of());

    /** Half-open: {@code from} included, {@code to} not. */
    public record Stretch(Instant from, Instant to) {}

    public Stretches {
        oldestFirst = PackedList.copyOf(FORM, oldestFirst);
    }

    /** @param bounds in epoch milliseconds, each from and to; not to be written to any more */
    public static Stretches ofMillis(long[] bounds) {
        return bounds.length == 0 ? NONE : new Stretches(PackedList.of(FORM, bounds));
    }

    public Stretches plus(Stretch added) {
        return plus(added.from().toEpochMilli(), added.to().toEpochMilli());
    }

    /** @param addedFrom in epoch milliseconds, as {@code addedTo} */
    Stretches plus(long addedFrom, long addedTo) {
        if (addedFrom >= addedTo) {
            return this;
        }
        var next = new long[2 * (size() + 1)];
        long from = addedFrom;
        long to = addedTo;
        int place = 0;
        int end = 0;
        for (int i = 0; i < size(); i++) {
            if (to(i) < from || from(i) > to) {
                place += to(i) < from ? 2 : 0;
                next[end++] = from(i);
                next[end++] = to(i);
            } else {
                from = Math.min(from, from(i));
                to = Math.max(to, to(i));
            }
        }
        System.arraycopy(next, place, next, place + 2, end - place);
        next[place] = from;
        next[place + 1] = to;
        return of(next, end + 2);
    }

    private static Stretches of(long[] bounds, int end) {
        int left = end > 2 * MOST ? joinNearest(bounds, end) : end;
        return new Stretches(PackedList.of(FORM, left == bounds.length ? bounds : Arrays.copyOf(bounds, left)));
    }

    public Stretches plus(Stretches others) {
        var all = this;
        for (int i = 0; i < others.size(); i++) {
            all = all.plus(others.from(i), others.to(i));
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
        for (int i = 0; i < size(); i++) {
            millis += Math.max(0, Math.min(to(i), to) - Math.max(from(i), from));
        }
        return millis;
    }

    public boolean isEmpty() {
        return oldestFirst.isEmpty();
    }

    public int size() {
        return oldestFirst.size();
    }

    /** When one begins, from 0, the oldest; in epoch milliseconds. */
    public long from(int index) {
        return PackedList.number(oldestFirst, index, 0);
    }

    /** When one ends, in epoch milliseconds. */
    public long to(int index) {
        return PackedList.number(oldestFirst, index, 1);
    }

    /** Moves the earlier of the two nearest neighbours up to the later; where the bounds end then. */
    private static int joinNearest(long[] bounds, int end) {
        int nearest = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i + 2 < end; i += 2) {
            long gap = bounds[i + 2] - bounds[i + 1];
            if (gap < least) {
                least = gap;
                nearest = i;
            }
        }
        bounds[nearest + 2] -= bounds[nearest + 1] - bounds[nearest];
        System.arraycopy(bounds, nearest + 2, bounds, nearest, end - nearest - 2);
        return end - 2;
    }
}
