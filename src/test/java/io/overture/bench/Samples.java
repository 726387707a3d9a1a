package io.overture.bench;

import java.util.Arrays;

/** Durations in microseconds, all of them kept. */
final class Samples {

    private int[] micros = new int[1 << 16];
    private int size;

    void add(long nanos) {
        if (size == micros.length) {
            micros = Arrays.copyOf(micros, size * 2);
        }
        micros[size++] = (int) Math.min(nanos / 1_000, Integer.MAX_VALUE);
    }

    /** The same, so many times. */
    void add(long nanos, long times) {
        for (long i = 0; i < times; i++) {
            add(nanos);
        }
    }

    void addAll(Samples other) {
        for (int i = 0; i < other.size; i++) {
            add(other.micros[i] * 1_000L);
        }
    }

    int size() {
        return size;
    }

    /** Median and 99th percentile in milliseconds: {@code 1.2 / 3.4}. */
    String describe() {
        return "%.1f / %.1f".formatted(percentile(0.5), percentile(0.99));
    }

    /** In milliseconds; NaN when there are none. */
    double percentile(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(micros, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1, Math.ceil(share * size) - 1)] / 1_000.0;
    }
}
