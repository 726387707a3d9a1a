package io.overture.desk;

import static io.overture.store.Stores.get;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Flow;
import io.overture.redis.Lanes;
import io.overture.release.Act;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An advisor who attends a conversation goes out of reach, and is found out by one node. */
final class WatchActs {

    private WatchActs() {}

    /** @param at when the advisor was heard of last */
    static List<Act> all(Instant at) {
        var missed = at.plus(Presence.LEASE).plusSeconds(1);
        var lost = missed.plus(Watch.TOO_LONG);
        return List.of(
                Act.of("a node watches: camille is there", lanes -> look(lanes, "node-1", at.plusSeconds(1))),
                Act.of("it misses her", lanes -> look(lanes, "node-1", missed)),
                Act.of("another looks in vain while it looks on", lanes -> {
                    // The lease is short. Renewed here, it runs however slow the machine is.
                    look(lanes, "node-1", missed);
                    return look(lanes, "node-2", lost);
                }),
                Act.of("it has lost her", lanes -> look(lanes, "node-1", lost)));
    }

    /** What a node is told of lost advisors. */
    private static List<String> look(Lanes lanes, String node, Instant now) {
        var found = new Found(new ArrayList<>());
        get(new Watch(lanes, found, InstantSource.fixed(now), node).look());
        return found.lost();
    }

    private record Found(List<String> lost) implements Flow {

        @Override
        public Uni<Receipt> submit(VisitorKey key, Input input) {
            lost.add(key.member() + " " + input);
            return Uni.createFrom().item(Receipt.TAKEN);
        }

        @Override
        public Uni<Optional<Visitor>> look(VisitorKey key) {
            return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public int underWay() {
            return 0;
        }
    }
}
