package io.overture.bench;

import io.overture.Fleet;
import io.overture.Node;
import io.overture.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Nodes that come and go, as visitors see it: three replaced one after the other, and one that leaves with many sockets. */
final class FleetFigures {

    private static final int NODES = 3;
    private static final int PAGES = 900;
    private static final int SENDERS = 20;
    private static final int MANY = 5_000;
    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "OVERTURE_BOOK",
            Path.of("bench/book.yaml").toAbsolutePath().toString(),
            "QUARKUS_SHUTDOWN_DELAY",
            "10S",
            "OVERTURE_REBALANCE_ENABLED",
            "false",
            // Tests' nodes are small; what this is set to goes before their own options.
            "_JAVA_OPTIONS",
            "-Xmx512m");

    void measure() {
        try (var redis = RedisServer.start()) {
            rollingRestart(redis);
        }
        try (var redis = RedisServer.start()) {
            manySockets(redis);
        }
    }

    private static void rollingRestart(RedisServer redis) {
        try (var fleet = new Fleet(NODES, () -> Node.start(redis, ENVIRONMENT));
                var pages = new Pages(fleet.base(), PAGES);
                var senders = new Senders(fleet.base(), SENDERS)) {
            Switchboard.rest(SETTLED);
            for (var node : fleet.nodes()) {
                var retired = fleet.replace(node);
                Bench.row("  a node gone, s; exit code", "%.1f; %d", seconds(retired.took()), retired.exitCode());
            }
            pages.awaitAll();
            Bench.row(
                    "rolling restart: pages, returns",
                    "%d, %d",
                    PAGES,
                    pages.returns().returned());
            away(pages);
            Bench.row(
                    "  beacons by HTTP",
                    "%,d acknowledged, %d refused, %d cut off; slowest %.1f s until acknowledged",
                    senders.acknowledged(),
                    senders.refused(),
                    senders.cutOff(),
                    seconds(senders.slowest()));
        }
    }

    private static void manySockets(RedisServer redis) {
        try (var fleet = new Fleet(1, () -> Node.start(redis, ENVIRONMENT));
                var pages = new Pages(fleet.base(), MANY)) {
            var leaving = fleet.nodes().getFirst();
            fleet.join();
            var retired = fleet.retire(leaving);
            pages.awaitAll();
            Bench.row(
                    "drain of %,d sockets, s; exit code".formatted(MANY),
                    "%.1f; %d",
                    seconds(retired.took()),
                    retired.exitCode());
            away(pages);
        }
    }

    private static void away(Pages pages) {
        var returns = pages.returns();
        Bench.row(
                "  without a socket, p50 / p99 / max, ms",
                "%d / %d / %d",
                returns.away(0.5).toMillis(),
                returns.away(0.99).toMillis(),
                returns.away(1).toMillis());
        Bench.row(
                "  attempts to reconnect",
                "%d, of which %.1f %% in the busiest quarter of a second",
                returns.attempts(),
                returns.peakShare() * 100);
        System.out.print(returns.histogram());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
