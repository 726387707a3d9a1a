package io.overture.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts what became of what contact centres were told; {@code docs/metrics.md} is the list. */
final class HookTally {

    private static final String NAME = "overture.desk.webhooks";

    private final MeterRegistry meters;

    HookTally(MeterRegistry meters) {
        this.meters = meters;
        for (var each : Outcome.values()) {
            meters.counter(NAME, "outcome", each.word());
        }
    }

    void count(Outcome outcome) {
        meters.counter(NAME, "outcome", outcome.word()).increment();
    }

    /** Of a try; or, for the last of them, of what was to be told. */
    enum Outcome {
        /** The conversation goes on there. */
        TAKEN,
        /** It was heard, and left to whoever is here. */
        HEARD,
        /** Answered with another status than a 2xx; tried again. */
        REFUSED,
        /** Not answered in time, or not reached; tried again. */
        SILENT,
        /** Not told until its time had passed. */
        GIVEN_UP;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
