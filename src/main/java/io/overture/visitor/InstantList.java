package io.overture.visitor;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Instants by their epoch milliseconds, as they are stored; most often there is but one. */
final class InstantList extends FixedList<Instant> {

    private static final long[] NO_MORE = {};
    private static final InstantList NONE = new InstantList(0, NO_MORE);

    private final long first;
    private final long[] others;

    private InstantList(long first, long[] others) {
        this.first = first;
        this.others = others;
    }

    static InstantList copyOf(List<Instant> instants) {
        if (instants instanceof InstantList same) {
            return same;
        }
        var millis = new long[instants.size()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = instants.get(i).toEpochMilli();
        }
        return of(millis, millis.length);
    }

    /** The first so many. */
    static InstantList of(long[] millis, int size) {
        return switch (size) {
            case 0 -> NONE;
            case 1 -> new InstantList(millis[0], NO_MORE);
            default -> new InstantList(millis[0], Arrays.copyOfRange(millis, 1, size));
        };
    }

    /** The first so many, with one more among them. */
    InstantList with(int place, long millis, int most) {
        int size = Math.min(size() + 1, most);
        if (place == 0) {
            return size == 1 ? new InstantList(millis, NO_MORE) : new InstantList(millis, moved(size - 1));
        }
        var next = Arrays.copyOf(others, size - 1);
        next[place - 1] = millis;
        System.arraycopy(others, place - 1, next, place, size - 1 - place);
        return new InstantList(first, next);
    }

    private long[] moved(int size) {
        var next = new long[size];
        next[0] = first;
        System.arraycopy(others, 0, next, 1, size - 1);
        return next;
    }

    long millis(int index) {
        return index == 0 ? first : others[index - 1];
    }

    @Override
    public Instant get(int index) {
        return Instant.ofEpochMilli(millis(Objects.checkIndex(index, size())));
    }

    @Override
    public int size() {
        return this == NONE ? 0 : 1 + others.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InstantList same
                ? size() == same.size() && first == same.first && Arrays.equals(others, same.others)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
