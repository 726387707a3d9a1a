package io.overture.bench;

import io.overture.bench.Load.Target;
import java.time.Duration;
import java.util.List;

/**
 * What a beacon costs while a desk is at work: with advisors connected and visitors in the boutique who matter, beside
 * the same node with neither, by turns.
 */
final class BesideTheDesk {

    private static final int VISITORS = 5_000;
    private static final int TURNS = 2;
    private static final int CHANGES_A_SECOND = 50;
    private static final int STEADY_A_SECOND = 500;
    private static final Duration STEADY = Duration.ofSeconds(5);
    private static final Duration SATURATED = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    /** One way the node is: at a steady rate, and with as much as it takes. */
    private static final class State {
        private final Side steady = new Side();
        private final Side saturated = new Side();

        void round(Load load) {
            steady.add(load.run(STEADY, STEADY_A_SECOND));
            saturated.add(load.run(SATURATED));
        }
    }

    private final Switchboard switchboard;
    private final Load load;
    private final RedisFigures redis;
    private final int advisors;
    private final int alerts;
    private final State quiet = new State();
    private final State busy = new State();

    BesideTheDesk(Switchboard switchboard, int port, RedisFigures redis, int advisors, int alerts) {
        this.switchboard = switchboard;
        this.load = new Load(List.of(new Target(port, "/v1/beacons")), new Beacons("desk", VISITORS));
        this.redis = redis;
        this.advisors = advisors;
        this.alerts = alerts;
    }

    void warmUp(Duration length) {
        load.run(length);
    }

    /** The quiet begins and ends it, so that neither side has all of the later rounds. */
    void measure() {
        awaitAlerts(0);
        for (int turn = 0; turn < TURNS; turn++) {
            quiet.round(load);
            besideTheDesk();
        }
        quiet.round(load);
        print();
    }

    private void besideTheDesk() {
        try (var _ = new Consoles(switchboard, advisors);
                var crowd = new Crowd(switchboard, alerts)) {
            awaitAlerts(alerts);
            var stop = crowd.changing(CHANGES_A_SECOND);
            busy.round(load);
            stop.run();
        }
        awaitAlerts(0);
    }

    private void awaitAlerts(long wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (redis.inTheBoutique() != wanted) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(redis.inTheBoutique() + " in the boutique, not " + wanted);
            }
            Switchboard.rest(A_MOMENT);
        }
    }

    private void print() {
        Bench.row("beacons at %d/s, p50 / p99, ms".formatted(STEADY_A_SECOND), "%s", quiet.steady.latencies());
        Bench.row(
                "  beside the desk",
                "%s   (%d advisors, %,d live alerts, %d changes a second)",
                busy.steady.latencies(),
                advisors,
                alerts,
                CHANGES_A_SECOND);
        Bench.row("  desk : none, p50 / p99", "%.2f / %.2f", ratio(0.5), ratio(0.99));
        Bench.row("beacons/s, saturated", "%,.0f", quiet.saturated.perSecond());
        Bench.row("  beside the desk", "%,.0f", busy.saturated.perSecond());
        Bench.row("  desk : none", "%.2f", busy.saturated.perSecond() / quiet.saturated.perSecond());
        Bench.row("not answered with 204", "%d, beside the desk %d", other(quiet), other(busy));
    }

    private double ratio(double share) {
        return busy.steady.percentile(share) / quiet.steady.percentile(share);
    }

    private static long other(State state) {
        return state.steady.other() + state.saturated.other();
    }
}
