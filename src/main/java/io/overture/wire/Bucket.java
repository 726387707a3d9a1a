package io.overture.wire;

import java.time.Duration;

/** A token bucket: so many at once, and then at a steady rate. Safe between threads. */
public final class Bucket {

    private final double perNano;
    private final double burst;
    private double tokens;
    private long filledAt;

    public Bucket(double perSecond, double burst, long nowNanos) {
        this.perNano = perSecond / Duration.ofSeconds(1).toNanos();
        this.burst = burst;
        this.tokens = burst;
        this.filledAt = nowNanos;
    }

    public boolean take(long nowNanos) {
        return take(1, nowNanos);
    }

    /** All of it or nothing. */
    public synchronized boolean take(double amount, long nowNanos) {
        if (nowNanos > filledAt) {
            tokens = Math.min(burst, tokens + (nowNanos - filledAt) * perNano);
            filledAt = nowNanos;
        }
        if (tokens < amount) {
            return false;
        }
        tokens -= amount;
        return true;
    }
}
