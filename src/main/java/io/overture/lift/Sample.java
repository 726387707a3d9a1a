package io.overture.lift;

/**
 * An outcome as it was in one arm.
 *
 * @param n units; 2 or more
 * @param mean of the outcome
 * @param variance of the outcome between units
 */
public record Sample(long n, double mean, double variance) {

    /** Of amounts, by their sum and the sum of their squares: the variance with {@code n − 1}. */
    public static Sample ofAmounts(long n, double sum, double sumSquares) {
        return new Sample(n, sum / n, Math.max(0, sumSquares - sum * sum / n) / (n - 1));
    }

    /** Of those among {@code n} units with the outcome: the variance is {@code p·(1 − p)}. */
    public static Sample ofShare(long n, double with) {
        double p = with / n;
        return new Sample(n, p, p * (1 - p));
    }

    /** The square of the mean's standard error. */
    public double errorSquared() {
        return variance / n;
    }

    /** Whether the mean is more than two standard errors above nothing, so that one may divide by it. */
    boolean isClearlyPositive() {
        return mean > 2 * Math.sqrt(errorSquared());
    }
}
