package io.overture.bench;

import io.overture.bench.Load.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Native executables beside the package on a JVM, by turns in one run: from start to the first beacon taken, memory,
 * beacons a second. {@code bench/native} starts it.
 */
public final class Forms {

    private static final int STARTS = 11;
    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final int VISITORS = 5_000;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration ROUND = Duration.ofSeconds(7);
    private static final int ROUNDS = 3;
    private static final int MANY = 100_000;
    private static final String HEAP = "-Xmx512m";
    private static final double MIB = 1024 * 1024;

    /** One form of the service, and what was seen of it. */
    private static final class Form {
        private final String name;
        private final List<String> command;
        private final Samples starts = new Samples();
        private final List<Long> idle = new ArrayList<>();
        private final Side side = new Side();
        private long taken;

        Form(String name, List<String> command) {
            this.name = name;
            this.command = command;
        }
    }

    private Forms() {}

    /** @param args port of Redis, the package's jar, then executables */
    public static void main(String[] args) throws InterruptedException {
        var redis = "redis://127.0.0.1:" + args[0];
        var forms = Stream.concat(
                        Stream.of(onJvm(args[1])),
                        Stream.of(args)
                                .skip(2)
                                .map(each ->
                                        new Form(Path.of(each).getFileName().toString(), List.of(each, HEAP))))
                .toList();
        Bench.heading("figure", "value");
        starts(forms, redis);
        load(forms, redis);
    }

    private static Form onJvm(String jar) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Form("JVM", List.of(java, HEAP, "--enable-native-access=ALL-UNNAMED", "-jar", jar));
    }

    /** By turns; the first start of each reads its files into memory and does not count. */
    private static void starts(List<Form> forms, String redis) throws InterruptedException {
        for (int round = 0; round <= STARTS; round++) {
            for (var form : forms) {
                var beacons = new Beacons(form.name.length() + "start" + round, 1);
                try (var node = Launched.node(form.command, redis)) {
                    long nanos = node.firstTaken(beacons);
                    Thread.sleep(IDLE);
                    if (round > 0) {
                        form.starts.add(nanos);
                        form.idle.add(node.resident());
                    }
                }
            }
        }
        for (var form : forms) {
            Bench.row(
                    form.name + ": start to first 204, ms",
                    "p50 %.0f, slowest %.0f   (%d starts)",
                    form.starts.percentile(0.5),
                    form.starts.percentile(1),
                    form.starts.size());
            var median =
                    form.idle.stream().sorted().skip(STARTS / 2).findFirst().orElseThrow();
            Bench.row(form.name + ": resident, idle, MiB", "%.0f", median / MIB);
        }
    }

    private static void load(List<Form> forms, String redis) {
        var nodes = new ArrayList<Launched>();
        var loads = new ArrayList<Load>();
        try {
            for (int i = 0; i < forms.size(); i++) {
                var node = Launched.node(forms.get(i).command, redis);
                nodes.add(node);
                node.firstTaken(new Beacons("first" + i, 1));
                var load = new Load(List.of(new Target(node.port(), "/v1/beacons")), new Beacons("form" + i, VISITORS));
                loads.add(load);
                forms.get(i).taken += load.run(WARM_UP).answered();
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < forms.size(); i++) {
                    var result = loads.get(i).run(ROUND);
                    forms.get(i).side.add(result);
                    forms.get(i).taken += result.answered();
                }
            }
            for (int i = 0; i < forms.size(); i++) {
                var form = forms.get(i);
                while (form.taken < MANY) {
                    form.taken += loads.get(i).run(ROUND).answered();
                }
                Bench.row(form.name + ": beacons/s", "%,.0f", form.side.perSecond());
                Bench.row(form.name + ":   p50 / p99, ms", "%s", form.side.latencies());
                Bench.row(
                        form.name + ": resident, MiB",
                        "%.0f   (after %,d beacons; %d not answered with 204)",
                        nodes.get(i).resident() / MIB,
                        form.taken,
                        form.side.other());
            }
        } finally {
            nodes.forEach(Launched::close);
        }
    }
}
