package io.overture.lift;

/**
 * Intervals that hold at every look at once (Waudby-Smith et al., arXiv 2103.06476). With {@code n} units, the standard
 * error {@code se} and a tuned {@code ρ} the half width is
 *
 * <pre>
 * se·√n·√( 2(nρ² + 1)/(nρ)² · ln(√(nρ² + 1)/α) ),   ρ = √((−2 ln α + ln(−2 ln α + 1)) / N*)
 * </pre>
 *
 * <p>and the p, of {@code z = d/se}, is {@code min(1, √(nρ² + 1)·exp(−ρ²·n·z²/(2(nρ² + 1))))}.
 */
final class ConfidenceSequence {

    private final double rhoSquared;
    private final double alpha;

    private ConfidenceSequence(double rhoSquared, double alpha) {
        this.rhoSquared = rhoSquared;
        this.alpha = alpha;
    }

    /** @param size the number of units it is to be narrowest at ({@code N*}) */
    static ConfidenceSequence tuned(double size, double alpha) {
        double twice = -2 * Math.log(alpha);
        return new ConfidenceSequence((twice + Math.log(twice + 1)) / size, alpha);
    }

    Estimate estimate(Effect effect) {
        return Estimate.of(effect, halfWidth(effect), p(effect));
    }

    private double halfWidth(Effect effect) {
        double grown = grown(effect);
        double factor = 2 * grown / (effect.n() * rhoSquared) * Math.log(Math.sqrt(grown) / alpha);
        return Math.sqrt(effect.errorSquared() * factor);
    }

    private double p(Effect effect) {
        if (effect.errorSquared() == 0) {
            return effect.difference() == 0 ? 1 : 0;
        }
        double grown = grown(effect);
        double zSquared = effect.difference() * effect.difference() / effect.errorSquared();
        return Math.min(1, Math.sqrt(grown) * Math.exp(-(grown - 1) * zSquared / (2 * grown)));
    }

    private double grown(Effect effect) {
        return effect.n() * rhoSquared + 1;
    }
}
