package io.overture.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.overture.engine.Entry;
import io.overture.engine.Step;
import io.overture.flow.Recorder;
import io.overture.visitor.VisitorKey;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Counts what the flow does; {@code docs/metrics.md} is the list. No label can tell one visitor from another. */
@ApplicationScoped
@Identifier("metrics")
class Metrics implements Recorder {

    private static final int MOST_ROUND_TRIPS = 4;

    private final Happenings happenings;
    private final Family steps;
    private final Family roundTrips;
    private final Family conflicts;
    private final Family inputs;
    private final Family refusals;
    private final Timer took;
    private final Timer wheel;
    private final Timer sweep;

    @Inject
    Metrics(MeterRegistry meters) {
        happenings = new Happenings(meters);
        steps = new Family(meters, "overture.steps", "Steps, by the round trips to Redis each took", "round_trips");
        roundTrips = new Family(meters, "overture.round.trips", "Round trips to Redis that steps took");
        conflicts = new Family(meters, "overture.conflicts", "Commits another node was faster with, stepped again");
        inputs = new Family(meters, "overture.inputs", "Inputs of steps, by what became of them", "receipt");
        refusals = new Family(meters, "overture.refusals", "Steps given up, the caller told to try again", "cause");
        took = timer("overture.step", "From taking up a step to its commit, round trips included")
                .register(meters);
        wheel = lateness(meters, "wheel");
        sweep = lateness(meters, "sweep");
        roundTrips.count(0);
        conflicts.count(0);
    }

    @Override
    public void stepped(VisitorKey key, Step step, int taken, int trips, int collisions, Duration lasted) {
        steps.count(trips > MOST_ROUND_TRIPS ? "more" : Integer.toString(trips));
        roundTrips.count(trips);
        conflicts.count(collisions);
        for (var receipt : step.receipts()) {
            inputs.count(receipt.word());
        }
        took.record(lasted);
    }

    @Override
    public void happened(VisitorKey key, Entry entry) {
        happenings.count(entry);
    }

    @Override
    public void refused(String cause) {
        refusals.count(cause);
    }

    @Override
    public void woke(Duration late, boolean swept) {
        (swept ? sweep : wheel).record(late);
    }

    private static Timer lateness(MeterRegistry meters, String by) {
        return timer("overture.alarm.lateness", "How long after it was due an alarm fired")
                .tag("by", by)
                .register(meters);
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5));
    }
}
