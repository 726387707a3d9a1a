package io.overture.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How often Redis was asked what, by its own count, in which the commands within scripts count too. */
record Commands(Map<String, Long> calls) {

    private static final String PREFIX = "cmdstat_";
    private static final String CALLS = ":calls=";

    /** @param info the answer to {@code INFO commandstats} */
    static Commands of(String info) {
        var calls = new HashMap<String, Long>();
        info.lines().filter(line -> line.startsWith(PREFIX)).forEach(line -> {
            int colon = line.indexOf(CALLS);
            var count = line.substring(colon + CALLS.length(), line.indexOf(',', colon));
            calls.put(line.substring(PREFIX.length(), colon), Long.parseLong(count));
        });
        return new Commands(calls);
    }

    static Commands none() {
        return new Commands(Map.of());
    }

    Commands plus(Commands other) {
        return combined(other, 1);
    }

    Commands minus(Commands before) {
        return combined(before, -1);
    }

    /** Of these commands together, in lower case. */
    long count(String... names) {
        return Arrays.stream(names)
                .mapToLong(name -> calls.getOrDefault(name, 0L))
                .sum();
    }

    long all() {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    private Commands combined(Commands other, int sign) {
        var sum = new HashMap<>(calls);
        other.calls.forEach((name, count) -> sum.merge(name, sign * count, Long::sum));
        return new Commands(sum);
    }
}
