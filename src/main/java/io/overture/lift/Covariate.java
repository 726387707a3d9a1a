package io.overture.lift;

/**
 * What was known of an arm's units before their moment, such as the spend of the twelve months before: sums of it, of its
 * squares and of its products with the outcome.
 */
public record Covariate(double sum, double sumSquares, double sumProducts) {

    Covariate plus(Covariate other) {
        return new Covariate(sum + other.sum, sumSquares + other.sumSquares, sumProducts + other.sumProducts);
    }

    double mean(long n) {
        return sum / n;
    }

    double variance(long n) {
        return Math.max(0, sumSquares - sum * sum / n) / (n - 1);
    }

    /** @param outcomes the sum of the outcome over the same units */
    double covariance(long n, double outcomes) {
        return (sumProducts - sum * outcomes / n) / (n - 1);
    }
}
