package io.overture.bench;

/** What steps cost between two looks at the metrics. */
record Steps(double steps, double roundTrips, double conflicts) {

    static Steps between(Scrape before, Scrape after) {
        return new Steps(
                after.sum("overture_steps_total") - before.sum("overture_steps_total"),
                after.sum("overture_round_trips_total") - before.sum("overture_round_trips_total"),
                after.sum("overture_conflicts_total") - before.sum("overture_conflicts_total"));
    }

    /** Round trips a step, and the share of commits that were stepped again. */
    String describe() {
        return "%.3f; %.2f %%".formatted(roundTrips / steps, 100 * conflicts / steps);
    }
}
