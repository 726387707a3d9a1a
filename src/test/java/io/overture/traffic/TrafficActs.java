package io.overture.traffic;

import static io.overture.store.Stores.get;

import io.overture.redis.Lanes;
import io.overture.release.Act;
import java.time.Instant;
import java.util.List;

/** What two nodes tell of a site's traffic. */
public final class TrafficActs {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);

    private TrafficActs() {}

    public static List<Act> all() {
        return List.of(
                Act.of("a node tells of a site", lanes -> tell(lanes, "node-1", 1, 3)),
                Act.of("told twice it counts once", lanes -> tell(lanes, "node-1", 1, 3)),
                Act.of("another node tells of it", lanes -> tell(lanes, "node-2", 1, 4)),
                Act.of("what came to the site", lanes -> {
                    var told = get(new Ledger(lanes, "node-1").read("demo", AT.plusSeconds(60)));
                    return List.of(told.from(), told.sockets(), told.counts().all());
                }));
    }

    private static String tell(Lanes lanes, String node, long number, int sockets) {
        var counts = new Counts();
        counts.add(Kind.TOTAL, "beacons", 5);
        counts.add(Kind.NAME, "view_lookbook", 2);
        counts.add(Kind.ORIGIN, "https://shop.example", 7);
        get(new Ledger(lanes, node).tell("demo", number, AT, sockets, counts));
        return "done";
    }
}
