package io.overture.lift;

import org.apache.commons.statistics.distribution.TDistribution;

/** The interval and p of Welch (1947) for a number of units that was fixed beforehand. */
final class Welch {

    private Welch() {}

    static Estimate estimate(Effect effect, double alpha) {
        if (effect.errorSquared() == 0) {
            return Estimate.certain(effect.difference());
        }
        var t = TDistribution.of(effect.degreesOfFreedom());
        double error = effect.standardError();
        double half = t.inverseSurvivalProbability(alpha / 2) * error;
        return Estimate.of(effect, half, 2 * t.survivalProbability(Math.abs(effect.difference() / error)));
    }
}
