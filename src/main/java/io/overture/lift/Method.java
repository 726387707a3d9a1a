package io.overture.lift;

/** How sure an effect is said to be. */
public sealed interface Method {

    /** @param alpha the chance of being wrong that one accepts; between 0 and 1 */
    Estimate estimate(Effect effect, double alpha);

    /** For one look, at a date that was named beforehand: Welch's t (1947). */
    record Fixed() implements Method {
        @Override
        public Estimate estimate(Effect effect, double alpha) {
            return Welch.estimate(effect, alpha);
        }
    }

    /**
     * For a look on any day, as often as one likes: the asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha,
     * Kennedy and Ramdas (arXiv 2103.06476).
     *
     * @param tuning units of both arms at which the interval is narrowest; more than 0
     */
    record AlwaysValid(double tuning) implements Method {
        @Override
        public Estimate estimate(Effect effect, double alpha) {
            return ConfidenceSequence.tuned(tuning, alpha).estimate(effect);
        }
    }
}
