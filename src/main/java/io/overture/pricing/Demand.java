package io.overture.pricing;

/**
 * What comes to a desk's pool of slots.
 *
 * @param arrivals moments a second that would pass every other limit (λ)
 * @param occupation seconds an offer occupies its slot on average, accepted or not (1/μ); more than 0
 * @param worth of these moments, per offer
 */
public record Demand(double arrivals, double occupation, Worth worth) {

    public Demand {
        if (!(arrivals >= 0) || !(occupation > 0)) {
            throw new IllegalArgumentException(arrivals + " arrivals a second, each for " + occupation + " seconds");
        }
    }

    /** Slots that would be busy if there were no end of them (Erlangs). */
    public double load() {
        return arrivals * occupation;
    }

    /** Whether nothing comes, or nothing that is worth anything. */
    boolean isNothing() {
        return !(load() > 0) || !(worth.mean() > 0);
    }
}
