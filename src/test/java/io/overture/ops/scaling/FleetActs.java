package io.overture.ops.scaling;

import static io.overture.store.Stores.get;

import io.overture.ops.scaling.Marks.Outcome;
import io.overture.redis.Lanes;
import io.overture.release.Act;
import io.overture.store.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Two nodes that tell each other what they carry, and are asked to drain and to serve again. */
public final class FleetActs {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Load SERVING = new Load(10, 1.5, 2, 0.5, false);
    private static final Load DRAINING = new Load(3, 0.25, 1, 2.5, true);
    private static final About ABOUT = new About(AT.minusSeconds(60), "1.2.3", "jvm", 17);

    private record Named(String self, Set<String> live) implements Nodes {}

    private FleetActs() {}

    public static List<Act> all() {
        return List.of(
                Act.of("a node says what it carries", lanes -> report(lanes, "node-1", SERVING, 2)),
                Act.of("another does, and is told of the first", lanes -> report(lanes, "node-2", SERVING, 1)),
                Act.of("the first is asked to drain", lanes -> ask(lanes, "node-1", Mark.DRAIN, false)),
                Act.of("it is told so, and drains", lanes -> report(lanes, "node-1", DRAINING, 1)),
                Act.of("the other is told that it drains", lanes -> report(lanes, "node-2", SERVING, 1)),
                Act.of("the last that serves is not asked", lanes -> ask(lanes, "node-2", Mark.DRAIN, false)),
                Act.of("the first is asked to serve again", lanes -> ask(lanes, "node-1", Mark.SERVE, false)),
                Act.of("it is told so, and serves", lanes -> report(lanes, "node-1", SERVING, 1)),
                Act.silent("the other goes", lanes -> reports(lanes, "node-2").leave()),
                Act.of("the first is told of nobody else", lanes -> report(lanes, "node-1", SERVING, 1)),
                Act.of("whoever is gone cannot be asked", lanes -> ask(lanes, "node-2", Mark.DRAIN, true)));
    }

    private static Region report(Lanes lanes, String node, Load load, int need) {
        return get(reports(lanes, node).report(load, need));
    }

    private static Outcome ask(Lanes lanes, String node, Mark mark, boolean force) {
        return get(new Marks(lanes).ask(node, mark, force));
    }

    private static Reports reports(Lanes lanes, String node) {
        var nodes = new Named(node, Set.of(node));
        return new Reports(lanes, nodes, InstantSource.fixed(AT), Duration.ofHours(1), () -> ABOUT);
    }
}
