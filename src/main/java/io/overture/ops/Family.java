package io.overture.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Counters of one name that differ in their labels. However many values a label is given, there are never more than a
 * few hundred counters: beyond, everything is counted as {@code other}.
 */
final class Family {

    static final int MOST = 500;
    static final String OTHER = "other";

    private final MeterRegistry meters;
    private final String name;
    private final String description;
    private final List<String> labels;
    private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();

    Family(MeterRegistry meters, String name, String description, String... labels) {
        this.meters = meters;
        this.name = name;
        this.description = description;
        this.labels = List.of(labels);
    }

    /** Begins at nothing: what is born with its first event has no beginning, and {@code increase()} does not see it. */
    Family knows(String... values) {
        count(0, values);
        return this;
    }

    Family knowsEach(Stream<String> values) {
        values.forEach(this::knows);
        return this;
    }

    /** One more, of these values in the order of the labels. */
    void count(String... values) {
        count(1, values);
    }

    void count(double amount, String... values) {
        counter(values).increment(amount);
    }

    /** Of these values: for whoever counts them often, and keeps hold of it. */
    Counter counter(String... values) {
        var counter = counters.get(Arrays.asList(values));
        return counter == null ? added(List.of(values)) : counter;
    }

    private Counter added(List<String> values) {
        var bounded = counters.size() < MOST
                ? values
                : labels.stream().map(label -> OTHER).toList();
        return counters.computeIfAbsent(bounded, this::register);
    }

    private Counter register(List<String> values) {
        var counter = Counter.builder(name).description(description);
        for (int i = 0; i < labels.size(); i++) {
            counter.tag(labels.get(i), values.get(i));
        }
        return counter.register(meters);
    }
}
