package io.overture.bench;

import io.overture.bench.Load.Target;
import java.time.Duration;
import java.util.List;

/**
 * Beacons a second beside the bare endpoint: the same requests of the same generator, by turns in one run, so that what
 * slows this machine slows both.
 */
final class Throughput {

    private static final int VISITORS = 5_000;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration ROUND = Duration.ofSeconds(7);

    private final Load overture;
    private final Side ours = new Side();
    private final Side bare = new Side();
    private final Bench.Ports ports;

    Throughput(Bench.Ports ports) {
        this.ports = ports;
        overture = load(new Target(ports.first(), "/v1/beacons"), "tput");
    }

    void measure() {
        overture.run(WARM_UP);
        int bytes = bytesWritten();
        var endpoint = load(new Target(ports.bare(), "/" + bytes), "bare");
        endpoint.run(WARM_UP);
        var before = Scrape.of(List.of(ports.firstManagement()));
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(overture.run(ROUND));
            bare.add(endpoint.run(ROUND));
        }
        Bench.row("beacons/s", "%,.0f", ours.perSecond());
        Bench.row("  p50 / p99, ms", "%s", ours.latencies());
        Bench.row("bare endpoint/s", "%,.0f   (writes %,d bytes)", bare.perSecond(), bytes);
        Bench.row("  p50 / p99, ms", "%s", bare.latencies());
        Bench.row("beacons : bare", "%.2f", ours.perSecond() / bare.perSecond());
        Bench.row("not answered with 204", "%d of ours, %d of the bare", ours.other(), bare.other());
        Steps.between(before, Scrape.of(List.of(ports.firstManagement()))).print("one node");
    }

    /** As many as one of ours writes: the value, and about the body once more for the journal. */
    private int bytesWritten() {
        try (var redis = new RedisFigures(ports.redis())) {
            return (int) redis.perVisitor().value() + Beacons.USUAL_BYTES;
        }
    }

    private static Load load(Target target, String run) {
        return new Load(List.of(target), new Beacons(run, VISITORS));
    }
}
