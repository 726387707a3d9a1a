package io.overture.bench;

/** What steps cost between two looks at the metrics. */
record Steps(double steps, double roundTrips, double conflicts) {

    static Steps between(Scrape before, Scrape after) {
        return new Steps(
                after.sum("overture_steps_total") - before.sum("overture_steps_total"),
                after.sum("overture_round_trips_total") - before.sum("overture_round_trips_total"),
                after.sum("overture_conflicts_total") - before.sum("overture_conflicts_total"));
    }

    void print(String under) {
        Bench.row("round trips a step, " + under, "%.3f", roundTrips / steps);
        Bench.row("commits retried, " + under, "%.2f %% of %,.0f", 100 * conflicts / steps, steps);
    }
}
