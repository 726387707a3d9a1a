package io.overture.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.RedisServer;
import io.overture.store.Stores;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Nodes that tell a real Redis what came to a site. */
@TestInstance(Lifecycle.PER_CLASS)
class LedgerTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);

    private RedisServer redis;
    private Stores stores;

    @BeforeAll
    void open() {
        redis = RedisServer.start();
        stores = new Stores();
    }

    @AfterAll
    void close() throws Exception {
        stores.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        Stores.ask(stores.lanes(redis.url()), Command.FLUSHALL);
    }

    @Test
    void what_nodes_tell_is_added_up_and_every_node_reads_the_same() {
        var one = ledger("one");
        var two = ledger("two");
        Stores.get(one.tell("demo", 1, NOW, 3, views(2)));
        Stores.get(two.tell("demo", 1, NOW, 4, views(5)));

        assertThat(views(one)).isEqualTo(7).isEqualTo(views(two));
        assertThat(Stores.get(one.read("demo", NOW)).sockets()).isEqualTo(7);
        assertThat(Stores.get(one.read("other", NOW)).counts().isEmpty()).isTrue();
    }

    @Test
    void told_twice_it_counts_once() {
        var one = ledger("one");
        Stores.get(one.tell("demo", 1, NOW, 0, views(2)));

        Stores.get(one.tell("demo", 1, NOW, 0, views(2)));

        assertThat(views(one)).isEqualTo(2);
        Stores.get(one.tell("demo", 2, NOW, 0, views(2)));
        assertThat(views(one)).isEqualTo(4);
    }

    @Test
    void the_last_hour_is_told_and_nothing_older() {
        var one = ledger("one");
        Stores.get(one.tell("demo", 1, NOW.minus(Ledger.HOUR).minus(Ledger.STRETCH), 0, views(1)));
        Stores.get(one.tell("demo", 2, NOW.minus(Ledger.HOUR), 0, views(2)));

        var told = Stores.get(one.read("demo", NOW));

        assertThat(told.counts().of(Kind.KNOWN, "view_item")).isEqualTo(2);
        assertThat(told.from()).isBetween(NOW.minus(Ledger.HOUR).minus(Ledger.STRETCH), NOW.minus(Ledger.HOUR));
    }

    @Test
    void many_nodes_together_tell_no_more_names_apart_than_one() {
        for (int node = 0; node < 10; node++) {
            var counts = new Counts();
            for (int i = 0; i < Kind.NAME.most(); i++) {
                counts.add(Kind.NAME, "name_" + node + "_" + i);
            }
            Stores.get(ledger("node" + node).tell("demo", 1, NOW, 0, counts));
        }

        var names = Stores.get(ledger("one").read("demo", NOW)).counts().of(Kind.NAME);

        assertThat(names).hasSize(Kind.NAME.most() + 1);
        assertThat(names.stream().mapToLong(Counts.Count::by).sum()).isEqualTo(10L * Kind.NAME.most());
    }

    @Test
    void nothing_stays_for_good() {
        Stores.get(ledger("one").tell("demo", 1, NOW, 1, views(1)));

        var lanes = stores.lanes(redis.url());
        var keys = Stores.ask(lanes, Command.KEYS, "ov:*");

        assertThat(keys)
                .isNotNull()
                .hasSize(2)
                .allSatisfy(
                        key -> assertThat(Stores.ask(lanes, Command.PTTL, key).toLong())
                                .isBetween(1L, Duration.ofMinutes(70).toMillis()));
    }

    @Test
    void what_could_not_be_told_is_told_when_redis_is_back() {
        try (var failing = RedisServer.start()) {
            var arrivals = new Arrivals();
            var ledger = new Ledger(stores.lanes(failing.url()), "one");
            var reporter = new Reporter(arrivals.traffic, ledger, InstantSource.fixed(NOW));
            arrivals.beacon(Arrivals.view("1"));
            failing.kill();
            Stores.get(reporter.tell());
            arrivals.beacon(Arrivals.view("1"));

            failing.restart();

            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                Stores.get(reporter.tell());
                assertThat(Stores.get(ledger.read("demo", NOW)).counts().of(Kind.KNOWN, "view_item"))
                        .isEqualTo(2);
            });
        }
    }

    private Ledger ledger(String node) {
        return new Ledger(stores.lanes(redis.url()), node);
    }

    private static Counts views(int by) {
        var counts = new Counts();
        counts.add(Kind.KNOWN, "view_item", by);
        return counts;
    }

    private static long views(Ledger ledger) {
        return Stores.get(ledger.read("demo", NOW)).counts().of(Kind.KNOWN, "view_item");
    }
}
