package io.overture.bench;

import io.overture.RedisServer;
import java.util.List;

/** What a node costs that nobody comes to, and what a socket on which nothing is said adds to it. */
final class Idle {

    private static final double KIB = 1024;

    /** A heap of one size that is there from the start: what else becomes resident is not heap. */
    private static final String[] FIXED_HEAP = {"-Xms512m", "-XX:+AlwaysPreTouch"};

    /** Shares of a core, commands a second, bytes a socket. */
    private record Figures(double node, double redis, double commands, double scripts, double heap, double rest) {}

    private Idle() {}

    static void measure(List<Build> builds, Effort effort) {
        var figures = builds.stream().map(build -> of(build, effort)).toList();
        Bench.cells(
                "idle: CPU of the node, % of a core",
                figures.stream().map(each -> "%.2f".formatted(100 * each.node)).toList());
        Bench.cells(
                "idle: CPU of Redis, % of a core",
                figures.stream().map(each -> "%.2f".formatted(100 * each.redis)).toList());
        Bench.cells(
                "idle: Redis commands a second; of these scripts",
                figures.stream()
                        .map(each -> "%.1f; %.1f".formatted(each.commands, each.scripts))
                        .toList());
        Bench.cells(
                "idle socket with its visitor, KB: live heap; other memory",
                figures.stream()
                        .map(each -> "%.1f; %.1f".formatted(each.heap / KIB, each.rest / KIB))
                        .toList());
    }

    /** What starting leaves to be done has half as long to end as is measured then. */
    private static Figures of(Build build, Effort effort) {
        var command = (build.onJvm() ? build.with(FIXED_HEAP) : build).command();
        try (var redis = RedisServer.start();
                var figures = new RedisFigures(redis.port());
                var node = Launched.node(command, Contender.plain(redis))) {
            node.firstTaken(new Beacons("first", 1));
            Switchboard.rest(effort.idle().dividedBy(2));
            var before = new Cost.Look(node.look(), Usage.of(redis.pid()), 0, figures.commands());
            Switchboard.rest(effort.idle());
            var cost = new Cost();
            cost.add(before, new Cost.Look(node.look(), Usage.of(redis.pid()), 0, figures.commands()));
            Bench.say("%s: idle for %d s", build.name(), effort.idle().toSeconds());
            double seconds = effort.idle().toMillis() / 1e3;
            var sockets = build.onJvm() ? sockets(node, effort.sockets()) : new double[] {Double.NaN, Double.NaN};
            return new Figures(
                    cost.service().cpu() / seconds,
                    cost.redis().cpu() / seconds,
                    cost.commands().all() / seconds,
                    cost.commands().count("evalsha", "fcall") / seconds,
                    sockets[0],
                    sockets[1]);
        }
    }

    /** Bytes of live heap and of other resident memory for each, the pages' visitors in the node's cache included. */
    private static double[] sockets(Launched node, int count) {
        try (var managed = new Managed(node.pid())) {
            // What the first few need, all share.
            try (var _ = new Pages(node.base(), count / 20)) {
                managed.liveHeap();
            }
            long heap = managed.liveHeap();
            long resident = node.resident();
            try (var _ = new Pages(node.base(), count)) {
                return new double[] {
                    (double) (managed.liveHeap() - heap) / count, (double) (node.resident() - resident) / count
                };
            }
        }
    }
}
