package io.overture.ops;

import io.micrometer.core.instrument.Counter;
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
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts what the flow does; {@code docs/metrics.md} is the list. No label can tell one visitor from another. */
@Startup
@Singleton
@Identifier("metrics")
class Metrics implements Recorder {

    private static final int MOST_ROUND_TRIPS = 4;
    private static final String MORE = "more";

    private final Happenings happenings;
    /** By round trips; the last: more. */
    private final Counter[] steps;

    private final Counter roundTrips;
    private final Counter conflicts;
    private final Map<Receipt, Counter> inputs = new EnumMap<>(Receipt.class);
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
        var byTrips =
                new Family(meters, "overture.steps", "Steps, by the round trips to Redis each took", "round_trips");
        steps = Stream.concat(IntStream.rangeClosed(0, MOST_ROUND_TRIPS).mapToObj(Integer::toString), Stream.of(MORE))
                .map(byTrips::counter)
                .toArray(Counter[]::new);
        roundTrips = new Family(meters, "overture.round.trips", "Round trips to Redis that steps took").counter();
        conflicts = new Family(meters, "overture.conflicts", "Commits another node was faster with, stepped again")
                .counter();
        var byReceipt = new Family(meters, "overture.inputs", "Inputs of steps, by what became of them", "receipt");
        for (var receipt : Receipt.values()) {
            inputs.put(receipt, byReceipt.counter(receipt.word()));
        }
        refusals = new Family(meters, "overture.refusals", "Steps given up, the caller told to try again", "cause");
        took = timer("overture.step", "From taking up a step to its commit, round trips included")
                .register(meters);
        wheel = lateness(meters, "wheel");
        sweep = lateness(meters, "sweep");
        refusals.knowsEach(Refusals.all().stream());
    }

    @Override
    public void stepped(VisitorKey key, Step step, int taken, int trips, int collisions, Duration lasted) {
        steps[Math.min(trips, steps.length - 1)].increment();
        if (trips > 0) {
            roundTrips.increment(trips);
        }
        if (collisions > 0) {
            conflicts.increment(collisions);
        }
        for (var receipt : step.receipts()) {
            var counter = inputs.get(receipt);
            if (counter != null) {
                counter.increment();
            }
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
