package io.overture.lift;

/**
 * An effect with what is known of it.
 *
 * @param difference the effect
 * @param standardError of it
 * @param low where its interval begins
 * @param high where it ends
 * @param p the chance of a difference as large, or larger, if there were no effect
 */
public record Estimate(double difference, double standardError, double low, double high, double p) {

    static Estimate of(Effect effect, double half, double p) {
        double middle = effect.difference();
        return new Estimate(middle, effect.standardError(), middle - half, middle + half, p);
    }

    /** Where nothing varies. */
    static Estimate certain(double difference) {
        return new Estimate(difference, 0, difference, difference, difference == 0 ? 1 : 0);
    }
}
