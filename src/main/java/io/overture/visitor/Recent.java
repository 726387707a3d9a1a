package io.overture.visitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When something happened, to the millisecond, newest first; the last sixteen times. */
public record Recent(List<Instant> newestFirst) {

    public static final int MOST = 16;
    public static final Recent NEVER = new Recent(List.of());

    public Recent {
        newestFirst = InstantList.copyOf(newestFirst);
    }

    /** Of epoch milliseconds. */
    public static Recent ofMillis(long[] newestFirst) {
        return newestFirst.length == 0 ? NEVER : new Recent(InstantList.of(newestFirst, newestFirst.length));
    }

    public Recent plus(Instant at) {
        return plus(at.toEpochMilli());
    }

    Recent plus(long at) {
        int size = size();
        if (size >= MOST && at <= millis(MOST - 1)) {
            return this;
        }
        int place = 0;
        while (place < size && millis(place) > at) {
            place++;
        }
        return new Recent(instants().with(place, at, MOST));
    }

    /** Both together. */
    public Recent plus(Recent other) {
        if (isNever()) {
            return other;
        }
        if (other.isNever()) {
            return this;
        }
        var both = new long[Math.min(size() + other.size(), MOST)];
        int mine = 0;
        int others = 0;
        for (int i = 0; i < both.length; i++) {
            boolean isMine = others == other.size() || mine < size() && millis(mine) >= other.millis(others);
            both[i] = isMine ? millis(mine++) : other.millis(others++);
        }
        return new Recent(InstantList.of(both, both.length));
    }

    public boolean isNever() {
        return size() == 0;
    }

    /** How many of them are remembered. */
    public int size() {
        return newestFirst.size();
    }

    /** In epoch milliseconds, from 0, the newest. */
    public long millis(int index) {
        return instants().millis(index);
    }

    /** The {@code n}-th last time, from 1. */
    public Optional<Instant> nthLast(int n) {
        return n <= newestFirst.size() ? Optional.of(newestFirst.get(n - 1)) : Optional.empty();
    }

    public Optional<Instant> last() {
        return nthLast(1);
    }

    private InstantList instants() {
        return (InstantList) newestFirst;
    }
}
