package io.overture.bench;

import io.overture.bench.Load.Target;
import java.time.Duration;
import java.util.List;

/** One measurement of {@code bench/run}, which starts what is measured and says where it is. */
public final class Bench {

    private static final int SHARED_VISITORS = 4_000;
    private static final Duration SHARED = Duration.ofSeconds(8);

    /** Where everything listens. */
    record Ports(int redis, int bare, int first, int firstManagement, int second, int secondManagement) {
        static Ports of(String[] args) {
            return new Ports(
                    number(args, 1),
                    number(args, 2),
                    number(args, 3),
                    number(args, 4),
                    number(args, 5),
                    number(args, 6));
        }

        private static int number(String[] args, int at) {
            return Integer.parseInt(args[at]);
        }
    }

    private Bench() {}

    /** @param args what to measure, then the ports in the order of {@link Ports} */
    public static void main(String[] args) {
        if (args[0].equals("fleet")) {
            new FleetFigures().measure();
            return;
        }
        var ports = Ports.of(args);
        switch (args[0]) {
            case "throughput" -> new Throughput(ports).measure();
            case "invitations" -> invitations(ports);
            case "memory" -> memory(ports);
            case "script" -> script(ports);
            case "two-nodes" -> twoNodes(ports);
            case "desk" -> new DeskFigures(ports).measure();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    static void row(String name, String format, Object... figures) {
        System.out.printf("%-36s %s%n", name, format.formatted(figures));
    }

    private static void invitations(Ports ports) {
        // The first ones warm up what the last ones measure.
        new Invitations(ports.first()).measure();
        var latencies = new Invitations(ports.first()).measure();
        row(
                "beacon to invitation, p50 / p99, ms",
                "%.1f / %.1f   (%d visitors)",
                latencies.percentile(0.5),
                latencies.percentile(0.99),
                latencies.size());
    }

    private static void memory(Ports ports) {
        try (var redis = new RedisFigures(ports.redis())) {
            var visitor = redis.perVisitor();
            row(
                    "Redis bytes a live visitor",
                    "%,.0f   (key and value %,.0f, of which body %,.0f; alarm %,.0f; %,d looked at)",
                    visitor.stored() + visitor.alarm(),
                    visitor.stored(),
                    visitor.value(),
                    visitor.alarm(),
                    visitor.visitors());
        }
    }

    private static void script(Ports ports) {
        var script = Web.get("http://127.0.0.1:" + ports.first() + "/overture.js", "gzip");
        row("overture.js gzipped, bytes", "%,d", script.length);
    }

    /** The same visitors at both nodes by turns: the worst routing there is. */
    private static void twoNodes(Ports ports) {
        var managements = List.of(ports.firstManagement(), ports.secondManagement());
        var targets = List.of(new Target(ports.first(), "/v1/beacons"), new Target(ports.second(), "/v1/beacons"));
        var load = new Load(targets, new Beacons("both", SHARED_VISITORS));
        load.run(SHARED);
        var before = Scrape.of(managements);
        var result = load.run(SHARED);
        row("beacons/s, two nodes on one machine", "%,.0f", result.perSecond());
        Steps.between(before, Scrape.of(managements)).print("two nodes");
    }
}
