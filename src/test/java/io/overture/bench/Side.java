package io.overture.bench;

import io.overture.bench.Load.Result;
import java.util.ArrayList;
import java.util.List;

/** The rounds of one of two that take turns, put together. */
final class Side {

    private final Samples latencies = new Samples();
    private long answered;
    private long other;
    private double seconds;
    private double cpu;
    private final List<Double> rates = new ArrayList<>();

    void add(Result result) {
        latencies.addAll(result.latencies());
        answered += result.answered();
        other += result.other();
        seconds += result.seconds();
        cpu += result.cpu();
        rates.add(result.perSecond());
    }

    long answered() {
        return answered;
    }

    /** Seconds of CPU of what sent it. */
    double generatorCpu() {
        return cpu;
    }

    /** Of each round, answered a second. */
    List<Double> rates() {
        return List.copyOf(rates);
    }

    double perSecond() {
        return answered / seconds;
    }

    long other() {
        return other;
    }

    /** Median and 99th percentile in milliseconds: {@code 1.2 / 3.4}. */
    String latencies() {
        return latencies.describe();
    }

    double percentile(double share) {
        return latencies.percentile(share);
    }
}
