package io.overture.bench;

import io.overture.bench.Load.Target;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The measurements of {@code bench/run}: each starts what it measures and prints rows of a Markdown table. */
public final class Bench {

    private static final int SHARED_VISITORS = 4_000;
    private static final Duration SHARED = Duration.ofSeconds(8);
    private static final int ROUNDS_TO_WARM_UP = 2;

    private final Effort effort = Effort.of(System.getenv());
    private final List<Build> builds;

    private Bench(List<Build> builds) {
        this.builds = builds;
    }

    /** @param args the package, what to measure, then builds to compare in place of that package */
    public static void main(String[] args) {
        var builds = args.length > 2
                ? Stream.of(args).skip(2).map(Build::of).toList()
                : List.of(Build.of(args[0]).named("Overture"));
        new Bench(builds).measure(args[1]);
        // Nothing that listens is to be waited for.
        System.exit(0);
    }

    private void measure(String what) {
        switch (what) {
            case "all" -> {
                heading("figure", "Overture", "bare, equal work", "bare, one key");
                beacons();
                invitations();
                Cold.measure(builds, effort);
                Idle.measure(builds, effort);
                new DeskFigures(builds.getFirst()).measure();
            }
            case "beacons" -> {
                heading(names("figure", "bare, equal work", "bare, one key"));
                beacons();
            }
            case "invitations" -> {
                heading(names("figure", "WebSocket echo"));
                invitations();
            }
            case "cold" -> {
                heading(names("figure"));
                Cold.measure(builds, effort);
            }
            case "idle" -> {
                heading(names("figure"));
                Idle.measure(builds, effort);
            }
            case "desk" -> {
                heading("figure", "value");
                new DeskFigures(builds.getFirst()).measure();
            }
            case "fleet" -> {
                heading("figure", "value");
                new FleetFigures().measure();
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    private String[] names(String first, String... last) {
        return Stream.of(Stream.of(first), builds.stream().map(Build::name), Stream.of(last))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    static void heading(String... columns) {
        System.out.println("| " + String.join(" | ", columns) + " |");
        System.out.println("|" + String.join("|", Collections.nCopies(columns.length, "---")) + "|");
    }

    static void cells(String name, List<String> cells) {
        System.out.println("| " + name.strip() + " | " + String.join(" | ", cells) + " |");
    }

    static void row(String name, String format, Object... figures) {
        cells(name, List.of(format.formatted(figures).strip()));
    }

    /** To whoever waits; no part of the table. */
    static void say(String format, Object... figures) {
        System.err.println(format.formatted(figures));
    }

    private void beacons() {
        try (var throughput = new Throughput(effort)) {
            throughput.measure(builds);
            if (builds.size() == 1) {
                memory(throughput.first().figures());
                script(throughput.first().server());
                twoNodes(throughput.first());
            }
        }
    }

    /** Rounds three and on. Each build and the echo take turns. */
    private void invitations() {
        try (var measured = new InvitationFigures(builds, effort)) {
            measured.measure(ROUNDS_TO_WARM_UP);
        }
    }

    private static void memory(RedisFigures redis) {
        var visitor = redis.perVisitor();
        row(
                "Redis bytes a live visitor",
                "%,.0f: key and value %,.0f, of which body %,.0f; alarm %,.0f (%,d looked at)",
                visitor.stored() + visitor.alarm(),
                visitor.stored(),
                visitor.value(),
                visitor.alarm(),
                visitor.visitors());
    }

    private static void script(Launched node) {
        row("overture.js gzipped, bytes", "%,d", Web.get(node.base() + "/overture.js", "gzip").length);
    }

    /** The same visitors at both nodes by turns: the worst routing there is. */
    private void twoNodes(Contender first) {
        var build = builds.getFirst();
        try (var second = Launched.node(build.command(), Contender.plain(first.redis()))) {
            second.firstTaken(new Beacons("second", 1));
            var managements = List.of(first.server().managementPort(), second.managementPort());
            var targets = Stream.of(first.server(), second)
                    .map(each -> new Target(each.port(), "/v1/beacons"))
                    .toList();
            var load = new Load(targets, new Beacons("both", SHARED_VISITORS));
            load.run(SHARED);
            var before = Scrape.of(managements);
            var result = load.run(SHARED);
            row("beacons/s, two nodes on one machine", "%,.0f", result.perSecond());
            row(
                    "two nodes: round trips a step; commits retried",
                    "%s",
                    Steps.between(before, Scrape.of(managements)).describe());
        }
    }
}
