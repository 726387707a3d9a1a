package io.overture.visitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When something happened, newest first; the last sixteen times. */
public record Recent(List<Instant> newestFirst) {

    public static final int MOST = 16;
    public static final Recent NEVER = new Recent(List.of());

    public Recent {
        newestFirst = List.copyOf(newestFirst);
    }

    public Recent plus(Instant at) {
        if (newestFirst.size() == MOST && !at.isAfter(newestFirst.getLast())) {
            return this;
        }
        int place = 0;
        while (place < newestFirst.size() && newestFirst.get(place).isAfter(at)) {
            place++;
        }
        var next = new ArrayList<Instant>(newestFirst.size() + 1);
        next.addAll(newestFirst);
        next.add(place, at);
        return new Recent(next.size() > MOST ? next.subList(0, MOST) : next);
    }

    /** Both together. */
    public Recent plus(Recent other) {
        if (newestFirst.isEmpty()) {
            return other;
        }
        if (other.newestFirst.isEmpty()) {
            return this;
        }
        var both = new ArrayList<Instant>(newestFirst);
        both.addAll(other.newestFirst);
        both.sort(Comparator.reverseOrder());
        return new Recent(both.size() > MOST ? both.subList(0, MOST) : both);
    }

    /** The {@code n}-th last time, from 1. */
    public Optional<Instant> nthLast(int n) {
        return n <= newestFirst.size() ? Optional.of(newestFirst.get(n - 1)) : Optional.empty();
    }

    public Optional<Instant> last() {
        return nthLast(1);
    }
}
