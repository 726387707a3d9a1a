package io.overture.bench;

import io.overture.RedisServer;
import java.util.ArrayList;
import java.util.List;

/** From beacon to invitation, in rounds in which builds and an echo with one trip to Redis take turns. */
final class InvitationFigures implements AutoCloseable {

    /** One that takes turns. */
    private record Party(RedisServer redis, Launched server, boolean echoes, Samples latencies, List<Double> jit)
            implements AutoCloseable {

        void round(Invitations invitations, boolean counts) {
            var before = server.look();
            var heard = echoes ? invitations.echoed(server.port()) : invitations.invited(server.port());
            double share = server.look().since(before).jitShare();
            Bench.say("%s ms%s", heard.describe(), counts ? "" : ", not counted");
            if (counts) {
                latencies.addAll(heard);
                jit.add(share);
            }
        }

        double jitShare() {
            return jit.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        }

        @Override
        public void close() {
            server.close();
            redis.close();
        }
    }

    private final Effort effort;
    private final Invitations invitations;
    private final List<Party> parties = new ArrayList<>();

    InvitationFigures(List<Build> builds, Effort effort) {
        this.effort = effort;
        this.invitations = new Invitations(effort.invitations());
        for (var build : builds) {
            var redis = RedisServer.start();
            var node = Launched.node(build.command(), Contender.plain(redis));
            parties.add(party(redis, node, false));
            node.firstTaken(new Beacons("first", 1));
        }
        var redis = RedisServer.start();
        parties.add(party(
                redis, Launched.bare(BareEndpoint.Work.oneKey(Beacons.USUAL_BYTES), Contender.plain(redis)), true));
    }

    private static Party party(RedisServer redis, Launched server, boolean echoes) {
        return new Party(redis, server, echoes, new Samples(), new ArrayList<>());
    }

    /** @param toWarmUp rounds of each that do not count */
    void measure(int toWarmUp) {
        for (int round = 0; round < toWarmUp + effort.rounds(); round++) {
            boolean counts = round >= toWarmUp;
            parties.forEach(each -> each.round(invitations, counts));
        }
        var title = "beacon to invitation (%d visitors a round, %d/s): "
                .formatted(Invitations.visitors(), effort.invitations());
        row(title + "p50, ms", "%.1f", 0.5);
        row(title + "p99, ms", "%.1f", 0.99);
        ratio("against the echo, p50", 0.5);
        ratio("against the echo, p99", 0.99);
        Bench.cells(
                "JIT meanwhile, % of service CPU",
                parties.stream()
                        .map(each -> "%.0f".formatted(100 * each.jitShare()))
                        .toList());
    }

    private void row(String name, String format, double share) {
        Bench.cells(
                name,
                parties.stream()
                        .map(each -> format.formatted(each.latencies().percentile(share)))
                        .toList());
    }

    private void ratio(String name, double share) {
        double echo = parties.getLast().latencies().percentile(share);
        Bench.cells(
                name,
                parties.stream()
                        .map(each -> "%.1f ×".formatted(each.latencies().percentile(share) / echo))
                        .toList());
    }

    @Override
    public void close() {
        invitations.close();
        parties.forEach(Party::close);
    }
}
