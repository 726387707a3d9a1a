package io.overture.trigger;

import io.overture.visitor.Recent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The newest of some instants, in epoch milliseconds, and how many there were: what a {@link Window} asks for. */
final class Times {

    private long[] newestFirst = new long[Recent.MOST];
    private int most;
    private int total;

    /** Forgets what it holds; from now on it keeps the newest {@code most}. */
    Times cleared(int atLeast) {
        if (newestFirst.length < atLeast) {
            newestFirst = new long[atLeast];
        }
        most = atLeast;
        total = 0;
        return this;
    }

    void add(Recent recent) {
        addAll(recent.newestFirst());
    }

    void addAll(List<Instant> instants) {
        for (int i = 0; i < instants.size(); i++) {
            add(instants.get(i));
        }
    }

    void add(Instant instant) {
        long at = instant.toEpochMilli();
        int size = Math.min(total++, most);
        if (size == most && (most == 0 || at <= newestFirst[most - 1])) {
            return;
        }
        int place = Math.min(size, most - 1);
        while (place > 0 && newestFirst[place - 1] < at) {
            newestFirst[place] = newestFirst[place - 1];
            place--;
        }
        newestFirst[place] = at;
    }

    /** How many were added, the older ones included. */
    int total() {
        return total;
    }

    /** The {@code n}-th last, from 1. */
    long nthLast(int n) {
        return newestFirst[n - 1];
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(newestFirst, Math.min(total, most)));
    }
}
