package io.overture.desk;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** Counts strangers' calls that had to wait since their budget of rings was spent. */
final class HeldBack {

    private static final String METER = "overture.desk.rings.held";
    private static final String BUDGET = "budget";

    private final MeterRegistry meters;

    HeldBack(MeterRegistry meters) {
        this.meters = meters;
        count("address", 0);
        count("desk", 0);
    }

    /** @param budget null: none was */
    void count(@Nullable String budget) {
        if (budget != null) {
            count(budget, 1);
        }
    }

    private void count(String budget, int calls) {
        meters.counter(METER, BUDGET, budget).increment(calls);
    }
}
