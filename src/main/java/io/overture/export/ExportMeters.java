package io.overture.export;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.overture.journal.JournalLag;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Instant;

/** What the exporter says of itself; all at 0 at a node that does not export. */
@Startup
@Singleton
class ExportMeters {

    private static final String EVENTS = "overture.journal.export.events";

    private final Counter sent;
    private final Counter refused;
    private final Counter tombstones;
    private final Counter lost;
    private final Counter dropped;
    private final Counter failures;
    private volatile boolean active;
    private volatile JournalLag lag = JournalLag.NONE;
    private volatile double seconds;
    private volatile int letters;

    ExportMeters(MeterRegistry meters) {
        sent = meters.counter(EVENTS, "result", "sent");
        refused = meters.counter(EVENTS, "result", "refused");
        tombstones = meters.counter("overture.journal.export.tombstones");
        lost = meters.counter("overture.journal.export.lost");
        dropped = meters.counter("overture.journal.export.dropped");
        failures = meters.counter("overture.journal.export.failures");
        Gauge.builder("overture.journal.export.active", this, own -> own.active ? 1 : 0)
                .description("Whether this node is the one that exports")
                .register(meters);
        Gauge.builder("overture.journal.export.lag.entries", this, own -> own.lag.entries())
                .description("Records of the journal that have not been exported")
                .register(meters);
        Gauge.builder("overture.journal.export.lag.seconds", this, own -> own.seconds)
                .description("Age of the oldest record that has not been exported")
                .register(meters);
        Gauge.builder("overture.journal.export.unread.share", this, own -> own.lag.share())
                .description("Share of what a shard keeps that has not been exported, where it is largest")
                .register(meters);
        Gauge.builder("overture.journal.export.dead.letters", this, own -> own.letters)
                .description("Records that the broker refused, and nobody has sent again")
                .register(meters);
    }

    void isActive(boolean now) {
        active = now;
        if (!now) {
            stands(JournalLag.NONE, 0, Instant.EPOCH);
        }
    }

    void stands(JournalLag now, int deadLetters, Instant at) {
        lag = now;
        letters = deadLetters;
        seconds = now.oldest() == 0 ? 0 : Math.max(0, at.toEpochMilli() - now.oldest()) / 1000.0;
    }

    void sent(long events, long ofErased) {
        sent.increment(events);
        tombstones.increment(ofErased);
    }

    void refused(long events) {
        refused.increment(events);
    }

    void lost(long records) {
        lost.increment(records);
    }

    void dropped(long deadLetters) {
        dropped.increment(deadLetters);
    }

    void failed() {
        failures.increment();
    }
}
