package io.overture.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.overture.book.Books;
import io.overture.engine.Entry;
import io.overture.engine.Receipt;
import io.overture.engine.Step;
import io.overture.flow.Recorder;
import io.overture.flow.Refusals;
import io.overture.trigger.Trigger;
import io.overture.visitor.VisitorKey;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/** Counts what the flow does; {@code docs/metrics.md} is the list. No label can tell one visitor from another. */
@Startup
@ApplicationScoped
@Identifier("metrics")
class Metrics implements Recorder {

    private static final int MOST_ROUND_TRIPS = 4;
    private static final String MORE = "more";

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
    Metrics(MeterRegistry meters, Books books) {
        this(meters, books.inForce().triggers().stream().map(Trigger::id).toList());
    }

    /** @param triggers ids of the book in force */
    Metrics(MeterRegistry meters, Collection<String> triggers) {
        happenings = new Happenings(meters, triggers);
        steps = new Family(meters, "overture.steps", "Steps, by the round trips to Redis each took", "round_trips");
        roundTrips = new Family(meters, "overture.round.trips", "Round trips to Redis that steps took");
        conflicts = new Family(meters, "overture.conflicts", "Commits another node was faster with, stepped again");
        inputs = new Family(meters, "overture.inputs", "Inputs of steps, by what became of them", "receipt");
        refusals = new Family(meters, "overture.refusals", "Steps given up, the caller told to try again", "cause");
        took = timer("overture.step", "From taking up a step to its commit, round trips included")
                .register(meters);
        wheel = lateness(meters, "wheel");
        sweep = lateness(meters, "sweep");
        steps.knowsEach(IntStream.rangeClosed(0, MOST_ROUND_TRIPS).mapToObj(Integer::toString))
                .knows(MORE);
        inputs.knowsEach(Arrays.stream(Receipt.values()).map(Receipt::word));
        refusals.knowsEach(Refusals.all().stream());
        roundTrips.knows();
        conflicts.knows();
    }

    @Override
    public void stepped(VisitorKey key, Step step, int taken, int trips, int collisions, Duration lasted) {
        steps.count(trips > MOST_ROUND_TRIPS ? MORE : Integer.toString(trips));
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
