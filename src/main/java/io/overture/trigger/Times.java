package io.overture.trigger;

import io.overture.visitor.Recent;
import java.util.Arrays;

/** The newest of some instants, in epoch milliseconds, and how many there were: what a {@link Window} asks for. */
final class Times {

    private long[] newestFirst = new long[0];
    private int most;
    private int total;

    /** Forgets what it holds; from now on it keeps the newest {@code atLeast}, 1 or more. */
    Times cleared(int atLeast) {
        if (newestFirst.length < atLeast) {
            newestFirst = new long[Math.max(atLeast, Recent.MOST)];
        }
        most = atLeast;
        total = 0;
        return this;
    }

    void add(Recent recent) {
        int i = 0;
        while (i < recent.size() && isAdded(recent.millis(i))) {
            i++;
        }
        total += recent.size() - i;
    }

    /** @param at in epoch milliseconds */
    void add(long at) {
        if (!isAdded(at)) {
            total++;
        }
    }

    /** Whether it is one of the newest so far, and counted. */
    private boolean isAdded(long at) {
        int size = Math.min(total, most);
        if (size == most && at <= newestFirst[most - 1]) {
            return false;
        }
        total++;
        int place = Math.min(size, most - 1);
        while (place > 0 && newestFirst[place - 1] < at) {
            newestFirst[place] = newestFirst[place - 1];
            place--;
        }
        newestFirst[place] = at;
        return true;
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
