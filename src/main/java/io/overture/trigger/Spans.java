package io.overture.trigger;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A set of instants: the stretches of time in which something holds if nothing else happens. Stretches are half-open,
 * sorted and apart; the set is closed under union, intersection and complement. Resolution is the millisecond.
 */
public final class Spans {

    private static final long BEGINNING = Long.MIN_VALUE;
    private static final long END = Long.MAX_VALUE;

    public static final Spans NEVER = new Spans(new long[0]);
    public static final Spans ALWAYS = new Spans(new long[] {BEGINNING, END});

    /** Start and end of each stretch by turns, in epoch milliseconds, strictly ascending; starts are included, ends are not. */
    private final long[] bounds;

    private Spans(long[] bounds) {
        this.bounds = bounds;
    }

    public static Spans when(boolean holds) {
        return holds ? ALWAYS : NEVER;
    }

    public static Spans from(Instant start) {
        return between(start.toEpochMilli(), END);
    }

    public static Spans until(Instant end) {
        return between(BEGINNING, end.toEpochMilli());
    }

    /** Empty unless {@code start} is before {@code end}. */
    public static Spans between(Instant start, Instant end) {
        return between(start.toEpochMilli(), end.toEpochMilli());
    }

    /** The same, in epoch milliseconds. */
    static Spans between(long from, long to) {
        return from < to ? new Spans(new long[] {from, to}) : NEVER;
    }

    public Spans or(Spans other) {
        if (isNever() || other.isAlways()) {
            return other;
        }
        if (other.isNever() || isAlways()) {
            return this;
        }
        var united = new long[bounds.length + other.bounds.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < bounds.length || j < other.bounds.length) {
            boolean mine = j == other.bounds.length || i < bounds.length && bounds[i] <= other.bounds[j];
            long from = mine ? bounds[i] : other.bounds[j];
            long to = mine ? bounds[i + 1] : other.bounds[j + 1];
            i += mine ? 2 : 0;
            j += mine ? 0 : 2;
            if (size > 0 && from <= united[size - 1]) {
                united[size - 1] = Math.max(united[size - 1], to);
            } else {
                united[size++] = from;
                united[size++] = to;
            }
        }
        return of(united, size);
    }

    public Spans and(Spans other) {
        if (isNever() || other.isAlways()) {
            return this;
        }
        if (other.isNever() || isAlways()) {
            return other;
        }
        var common = new long[bounds.length + other.bounds.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < bounds.length && j < other.bounds.length) {
            long from = Math.max(bounds[i], other.bounds[j]);
            long to = Math.min(bounds[i + 1], other.bounds[j + 1]);
            if (from < to) {
                common[size++] = from;
                common[size++] = to;
            }
            if (bounds[i + 1] < other.bounds[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return of(common, size);
    }

    public Spans complement() {
        if (isNever()) {
            return ALWAYS;
        }
        int size = 0;
        var gaps = new long[bounds.length + 2];
        if (bounds[0] != BEGINNING) {
            gaps[size++] = BEGINNING;
        }
        for (long bound : bounds) {
            if (bound != BEGINNING && bound != END) {
                gaps[size++] = bound;
            }
        }
        if (bounds[bounds.length - 1] != END) {
            gaps[size++] = END;
        }
        return of(gaps, size);
    }

    private static Spans of(long[] bounds, int size) {
        if (size == 0) {
            return NEVER;
        }
        return new Spans(size == bounds.length ? bounds : Arrays.copyOf(bounds, size));
    }

    public boolean isNever() {
        return bounds.length == 0;
    }

    private boolean isAlways() {
        return bounds.length == 2 && bounds[0] == BEGINNING && bounds[1] == END;
    }

    public boolean contains(Instant now) {
        return at(now.toEpochMilli()) >= 0;
    }

    /** When it next starts to hold, after {@code now}. */
    public Optional<Instant> nextStart(Instant now) {
        long at = now.toEpochMilli();
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] > at) {
                return Optional.of(Instant.ofEpochMilli(bounds[i]));
            }
        }
        return Optional.empty();
    }

    /** Since when it has held, for something that holds now and did not always. */
    public Optional<Instant> since(Instant now) {
        int stretch = at(now.toEpochMilli());
        return stretch < 0 || bounds[stretch] == BEGINNING
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(bounds[stretch]));
    }

    /** Until when it goes on holding, for something that holds now and not for ever. */
    public Optional<Instant> end(Instant now) {
        int stretch = at(now.toEpochMilli());
        return stretch < 0 || bounds[stretch + 1] == END
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(bounds[stretch + 1]));
    }

    /** Where in {@code bounds} the stretch around an instant starts; −1: it is in none. */
    private int at(long now) {
        for (int i = 0; i < bounds.length && bounds[i] <= now; i += 2) {
            if (now < bounds[i + 1]) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spans spans && Arrays.equals(bounds, spans.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        return "Spans" + Arrays.toString(bounds);
    }
}
