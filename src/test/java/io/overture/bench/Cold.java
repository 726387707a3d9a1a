package io.overture.bench;

import io.overture.RedisServer;
import io.overture.bench.Load.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first half minute of a node that joins under load, by slices, against what the same build does warm. Another node has
 * had the visitors before, so that they are in Redis and the new one has to read each of them first. Builds take turns.
 */
final class Cold {

    private static final int VISITORS = 5_000;
    private static final int SLICES = 5;
    private static final Duration SLICE = Duration.ofSeconds(6);
    private static final String PATH = "/v1/beacons";

    /** One build: its visitors, and what was seen of it. */
    private static final class Form implements AutoCloseable {
        private final Build build;
        private final RedisServer redis = RedisServer.start();
        private final Beacons beacons = new Beacons("cold", VISITORS);
        private final Side warm = new Side();
        private final Samples starts = new Samples();
        private final List<Side> slices =
                IntStream.range(0, SLICES).mapToObj(_ -> new Side()).toList();
        private WarmUp warmUp = WarmUp.NONE;

        Form(Build build) {
            this.build = build;
        }

        private Launched launch() {
            return Launched.node(build.command(), Contender.plain(redis));
        }

        void warm(Effort effort) {
            try (var node = launch()) {
                node.firstTaken(beacons);
                var load = Generator.to(new Target(node.port(), PATH), beacons);
                warmUp = WarmUp.of(node, load, effort);
                warm.add(load.run(effort.round()));
                warm.add(load.run(effort.round()));
            }
        }

        void join() {
            try (var node = launch()) {
                starts.add(node.firstTaken(beacons));
                var load = Generator.to(new Target(node.port(), PATH), beacons);
                slices.forEach(slice -> slice.add(load.run(SLICE)));
            }
        }

        @Override
        public void close() {
            redis.close();
        }
    }

    private Cold() {}

    static void measure(List<Build> builds, Effort effort) {
        var forms = new ArrayList<Form>();
        try {
            for (var build : builds) {
                var form = new Form(build);
                forms.add(form);
                form.warm(effort);
                Bench.say("%s: %s", build.name(), form.warmUp.describe());
            }
            for (int round = 0; round < effort.rounds(); round++) {
                for (var form : round % 2 == 0 ? forms : forms.reversed()) {
                    form.join();
                    Bench.say("%s joined", form.build.name());
                }
            }
            print(forms);
        } finally {
            forms.forEach(Form::close);
        }
    }

    private static void print(List<Form> forms) {
        Bench.cells(
                "start to first 204, ms",
                forms.stream()
                        .map(each -> "%,.0f".formatted(each.starts.percentile(0.5)))
                        .toList());
        Bench.cells(
                "warm, beacons/s; p50, p99, ms",
                forms.stream()
                        .map(each -> "%s; %s".formatted(figures(each.warm), each.warmUp.describe()))
                        .toList());
        for (int i = 0; i < SLICES; i++) {
            int slice = i;
            Bench.cells(
                    "cold, seconds %d to %d: of warm; beacons/s; p50, p99, ms"
                            .formatted(slice * SLICE.toSeconds(), (slice + 1) * SLICE.toSeconds()),
                    forms.stream().map(each -> cell(each, slice)).toList());
        }
        Bench.cells(
                "cold, not answered with 204",
                forms.stream()
                        .map(each ->
                                "" + each.slices.stream().mapToLong(Side::other).sum())
                        .toList());
    }

    private static String cell(Form form, int slice) {
        var side = form.slices.get(slice);
        return "%.2f; %s".formatted(side.perSecond() / form.warm.perSecond(), figures(side));
    }

    private static String figures(Side side) {
        return "%,.0f; %.1f, %.1f".formatted(side.perSecond(), side.percentile(0.5), side.percentile(0.99));
    }
}
