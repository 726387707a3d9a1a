package io.overture.traffic;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of a region tell of a site, kept in Redis by stretches of five minutes. Bounded: 14 hashes a site, of some
 * 200 fields each at most. One round trip to tell, one to read. Fails as {@link Lanes} do.
 */
final class Ledger {

    static final Duration STRETCH = Duration.ofMinutes(5);
    static final Duration HOUR = Duration.ofHours(1);

    /** A stretch is read for an hour after it has ended. */
    private static final Duration KEPT = HOUR.plus(STRETCH.multipliedBy(2));

    /** A node that says nothing for so long has no sockets any more. */
    private static final Duration BELIEVED = Duration.ofSeconds(20);

    private static final Script TELL = Script.named("traffic");
    private static final Script READ = Script.named("traffic-read");

    /** What came from {@code from} on, to all nodes together. */
    record Told(Instant from, long sockets, Counts counts) {}

    private final Lanes lanes;
    private final String node;

    Ledger(Lanes lanes, String node) {
        this.lanes = lanes;
        this.node = node;
    }

    /** @param number rises with what this node tells of this site; the same again counts once */
    Uni<Void> tell(String site, long number, Instant at, int sockets, Counts counts) {
        var args = new ArrayList<Object>(List.of(node, number, sockets, KEPT.toMillis(), KEPT.toMillis()));
        for (var count : counts.all()) {
            var name = count.kind() == Kind.ORIGIN ? Sanitised.origin(count.name()) : count.name();
            args.addAll(List.of(count.kind().letter(), count.kind().most(), name, count.by()));
        }
        return lanes.run(TELL, List.of(counts(site, stretch(at)), nodes(site)), args.toArray())
                .replaceWithVoid();
    }

    /** Of the last hour, from the beginning of a stretch on. */
    Uni<Told> read(String site, Instant now) {
        long first = stretch(now.minus(HOUR));
        var keys = new ArrayList<String>();
        keys.add(nodes(site));
        for (long stretch = first; stretch <= stretch(now); stretch++) {
            keys.add(counts(site, stretch));
        }
        var from = Instant.ofEpochMilli(first * STRETCH.toMillis());
        return lanes.run(READ, keys, BELIEVED.toMillis()).map(answer -> told(from, answer));
    }

    private static Told told(Instant from, @Nullable Response answer) {
        var counts = new Counts();
        if (answer == null) {
            return new Told(from, 0, counts);
        }
        for (int i = 1; i + 1 < answer.size(); i += 2) {
            var field = answer.get(i).toString().split(":", 2);
            long by = Long.parseLong(answer.get(i + 1).toString());
            if (field.length == 2) {
                kind(field[0]).ifPresent(kind -> counts.add(kind, field[1], by));
            }
        }
        return new Told(from, Long.parseLong(answer.get(0).toString()), counts);
    }

    private static Optional<Kind> kind(String letter) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.letter().equals(letter))
                .findAny();
    }

    private static long stretch(Instant at) {
        return at.toEpochMilli() / STRETCH.toMillis();
    }

    private static String counts(String site, long stretch) {
        return "ov:{traffic:" + site + "}:" + stretch;
    }

    private static String nodes(String site) {
        return "ov:{traffic:" + site + "}:nodes";
    }
}
