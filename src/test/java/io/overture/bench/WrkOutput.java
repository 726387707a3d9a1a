package io.overture.bench;

import io.overture.bench.Load.Result;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code bench/beacons.lua} prints at the end of wrk's run, each line with a name of its own:
 *
 * <pre>
 * bench.counts made=9000 answered=8990 refused=0 lost=0 micros=2000000
 * bench.stat 4711 (wrk) S 1 …
 * bench.latencies 450:3 460:12 …
 * </pre>
 *
 * Latencies are microseconds and how often; wrk has added what would have been sent while an answer was awaited.
 *
 * @param made requests, those of runs before included
 */
record WrkOutput(long made, Result result) {

    static WrkOutput of(String text) {
        var counts = Stream.of(line(text, "bench.counts").split(" "))
                .map(each -> each.split("="))
                .collect(Collectors.toMap(each -> each[0], each -> Long.valueOf(each[1])));
        var latencies = new Samples();
        for (var each : line(text, "bench.latencies").split(" ")) {
            int colon = each.indexOf(':');
            if (colon > 0) {
                latencies.add(micros(each.substring(0, colon)) * 1_000, micros(each.substring(colon + 1)));
            }
        }
        return new WrkOutput(
                count(counts, "made"),
                new Result(
                        latencies,
                        count(counts, "answered"),
                        count(counts, "refused") + count(counts, "lost"),
                        count(counts, "micros") / 1e6,
                        Usage.cpu(line(text, "bench.stat"))));
    }

    private static String line(String text, String name) {
        return text.lines()
                .filter(each -> each.startsWith(name))
                .map(each -> each.substring(name.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk did not say " + name + " but:\n" + text));
    }

    private static long count(Map<String, Long> counts, String name) {
        return Objects.requireNonNull(counts.get(name), name);
    }

    private static long micros(String text) {
        return (long) Double.parseDouble(text);
    }
}
