package io.overture.ops.scaling;

import java.time.Duration;

/** Events a second, smoothed: an exponentially weighted mean in which what is older than some seconds hardly counts. */
final class Rate {

    private final double seconds;
    private long counted;
    private long askedAt;
    private double perSecond;

    /** @param memory after so long, what was weighs 1/e of what it did */
    Rate(Duration memory, long count, long nanos) {
        this.seconds = memory.toNanos() / 1e9;
        this.counted = count;
        this.askedAt = nanos;
    }

    /**
     * @param count of all events so far
     * @param nanos a clock that only goes forward
     */
    double at(long count, long nanos) {
        double elapsed = (nanos - askedAt) / 1e9;
        if (elapsed > 0) {
            double weight = 1 - Math.exp(-elapsed / seconds);
            perSecond += weight * ((count - counted) / elapsed - perSecond);
            counted = count;
            askedAt = nanos;
        }
        return perSecond;
    }
}
