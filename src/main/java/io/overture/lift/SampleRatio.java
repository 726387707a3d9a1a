package io.overture.lift;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether the arms have the sizes that the draw would give them (Pearson's χ², one degree of freedom). Where they have
 * not, something lost units of one arm, and no difference between the arms means anything.
 *
 * @param statistic χ²
 * @param p the chance of sizes as far off, or further, from an honest draw
 */
public record SampleRatio(double statistic, double p) {

    /** Below this the draw is not believed. */
    public static final double BROKEN = 0.0005;

    private static final ChiSquaredDistribution CHI_SQUARED = ChiSquaredDistribution.of(1);

    /**
     * @param control units held back
     * @param treatment units invited
     * @param share of the units that the draw holds back; between 0 and 1
     */
    public static SampleRatio of(long control, long treatment, double share) {
        double all = (double) control + treatment;
        if (all == 0) {
            return new SampleRatio(0, 1);
        }
        double expected = all * share;
        double off = control - expected;
        double statistic = off * off / expected + off * off / (all - expected);
        return new SampleRatio(statistic, CHI_SQUARED.survivalProbability(statistic));
    }

    public boolean isBroken() {
        return p < BROKEN;
    }
}
