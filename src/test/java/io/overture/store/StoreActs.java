package io.overture.store;

import static io.overture.store.Stores.get;

import io.overture.engine.Entry;
import io.overture.journal.Journal;
import io.overture.journal.JournalRecord;
import io.overture.redis.Lanes;
import io.overture.release.Act;
import io.overture.visitor.VisitorKey;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A visitor's life in Redis: values in both formats, alarms, the journal, leases. */
public final class StoreActs {

    private static final Instant NOW = Format1.NOW;
    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));
    private static final VisitorKey OTHER = VisitorKey.of("demo", "w".repeat(22));

    private StoreActs() {}

    public static List<Act> all() {
        return List.of(
                Act.of("her first visit is committed", lanes -> commit(lanes, 2, SHE, Optional.empty(), 1, NOW)),
                Act.of("she is loaded", lanes -> get(visitors(lanes, 2).load(SHE))),
                Act.of(
                        "somebody who did not see it commits in vain",
                        lanes -> commit(lanes, 2, SHE, Optional.empty(), 2, NOW)),
                Act.of("her next step is committed", lanes -> commit(lanes, 2, SHE, load(lanes, SHE), 3, NOW)),
                Act.of(
                        "she is loaded once more",
                        lanes -> get(visitors(lanes, 2).load(SHE))),
                Act.of(
                        "somebody is committed in the older format",
                        lanes -> commit(lanes, 1, OTHER, Optional.empty(), 4, NOW.plusSeconds(9))),
                Act.of(
                        "the older format is loaded",
                        lanes -> get(visitors(lanes, 2).load(OTHER))),
                Act.of("her alarm is claimed", lanes -> claim(lanes, SHE)),
                Act.of("nobody else is given it", lanes -> claim(lanes, SHE)),
                Act.of(
                        "the other's alarm is cleared",
                        lanes -> get(visitors(lanes, 2)
                                .commit(new Commit(
                                        OTHER,
                                        load(lanes, OTHER),
                                        5,
                                        Format1.there(),
                                        null,
                                        Duration.ofDays(30),
                                        List.of())))),
                Act.of("the other's alarm is gone", lanes -> claim(lanes, OTHER)),
                Act.of("what happened is read", lanes -> journal(lanes)),
                Act.of(
                        "she is erased without being read",
                        lanes -> done(get(visitors(lanes, 2).discard(SHE)))),
                Act.of("she is nobody", lanes -> get(visitors(lanes, 2).load(SHE))),
                Act.timed("one node takes a lease", lanes -> lease(lanes, "node-1")),
                Act.timed("another takes one, and learns of the first", lanes -> {
                    // Renewed here, the first one's lease runs however slow the machine is.
                    lease(lanes, "node-1");
                    return lease(lanes, "node-2");
                }));
    }

    private static Object done(@Nullable Object nothing) {
        return "done";
    }

    private static Visitors.Outcome commit(
            Lanes lanes, int format, VisitorKey key, Optional<Stored> expected, long nonce, Instant alarm) {
        var entry = new JournalRecord(NOW, key.site(), "j-1", new Entry.InvitationShown("i-" + nonce, "dwell"));
        return get(visitors(lanes, format)
                .commit(new Commit(key, expected, nonce, Format1.there(), alarm, Duration.ofDays(30), List.of(entry))));
    }

    private static Optional<Stored> load(Lanes lanes, VisitorKey key) {
        return get(visitors(lanes, 2).load(key));
    }

    private static RedisVisitors visitors(Lanes lanes, int format) {
        return new RedisVisitors(lanes, () -> false, format, 200, 4 * 1024 * 1024);
    }

    private static Object claim(Lanes lanes, VisitorKey key) {
        var at = NOW.plusSeconds(60);
        int shard = Integer.parseInt(key.handle().shard(), 16);
        get(new RedisAlarms(lanes).overdue(at).collect().asList());
        return get(new RedisAlarms(lanes).claim(shard, at, at, Duration.ofSeconds(5), 10));
    }

    private static List<String> journal(Lanes lanes) {
        var entries = Objects.requireNonNull(get(lanes.send(Request.cmd(Command.XRANGE)
                .arg(Journal.key(SHE.handle().shard()))
                .arg("-")
                .arg("+"))));
        return Stream.iterate(0, i -> i < entries.size(), i -> i + 1)
                .map(i -> entries.get(i).get(1).get(3).toString())
                .toList();
    }

    private static List<String> lease(Lanes lanes, String node) {
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            var nodes = new RedisNodes(lanes, InstantSource.system(), node, timer);
            var live = get(nodes.renew()).stream().sorted().toList();
            timer.shutdownNow();
            return live;
        }
    }
}
