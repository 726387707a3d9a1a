package io.overture.bench;

import java.time.Duration;

/** When the next request is due. */
final class Pace {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final long spacingNanos;
    private long dueAt;

    /** @param perSecond 0: at once, whenever there is a connection for it */
    Pace(int perSecond) {
        this.spacingNanos = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
    }

    void start(long now) {
        dueAt = now;
    }

    boolean isDue() {
        return spacingNanos == 0 || System.nanoTime() >= dueAt;
    }

    /** When the one that is due was due. */
    long next() {
        if (spacingNanos == 0) {
            return System.nanoTime();
        }
        long due = dueAt;
        dueAt += spacingNanos;
        return due;
    }

    /** How long to wait for answers before looking again. */
    Duration patience(Duration longest) {
        return spacingNanos == 0 ? longest : A_MOMENT;
    }
}
