package io.overture.lift;

/**
 * One arm as an estimator sees it: the outcome, less what the covariate explains of it.
 *
 * @param raw the outcome as it was
 * @param adjusted the same, adjusted; {@code raw} itself without a covariate
 * @param covariance of the two, between units
 */
record Arm(Sample raw, Sample adjusted, double covariance) {

    static Arm of(Sample raw) {
        return new Arm(raw, raw, raw.variance());
    }

    /**
     * @param theta outcome explained per unit of the covariate
     * @param center the covariate's mean over both arms
     */
    static Arm adjusted(Sample raw, Covariate covariate, double theta, double center) {
        long n = raw.n();
        double together = covariate.covariance(n, raw.mean() * n);
        double variance = raw.variance() - 2 * theta * together + theta * theta * covariate.variance(n);
        double mean = raw.mean() - theta * (covariate.mean(n) - center);
        return new Arm(raw, new Sample(n, mean, Math.max(0, variance)), raw.variance() - theta * together);
    }
}
