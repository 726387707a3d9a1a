package io.overture.redis;

import static io.overture.store.Commits.remembering;
import static io.overture.store.Stores.askAsNode;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.overture.RedisCluster;
import io.overture.RedisServer;
import io.overture.Resp;
import io.overture.store.Alarms;
import io.overture.store.Commit;
import io.overture.store.Commits;
import io.overture.store.RedisAlarms;
import io.overture.store.RedisNodes;
import io.overture.store.RedisVisitors;
import io.overture.store.Stored;
import io.overture.store.Stores;
import io.overture.store.Visitors;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster whose masters die, give way and hand slots to each other. */
class ClusterTest {

    private static final Duration NODE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofSeconds(5);

    private static RedisCluster cluster;

    private Stores stores;
    private Lanes lanes;
    private RedisVisitors visitors;
    private RedisAlarms alarms;

    @BeforeAll
    static void begin() {
        cluster = RedisCluster.start(NODE_TIMEOUT);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @BeforeEach
    void open() {
        cluster.heal();
        stores = new Stores();
        lanes = stores.lanes(cluster.url(), TIMEOUT);
        visitors = stores.visitors(lanes);
        alarms = new RedisAlarms(lanes);
        await().atMost(PATIENCE).until(() -> answers(sendToEach()));
        Stores.askEach(lanes, Command.FLUSHALL);
    }

    @AfterEach
    void close() throws Exception {
        stores.close();
    }

    @Test
    void nodes_learn_of_each_other() {
        try (var one = new RedisNodes(lanes, InstantSource.system(), "one", stores.timer());
                var two = new RedisNodes(stores.lanes(cluster.url()), InstantSource.system(), "two", stores.timer())) {
            one.begin();
            two.begin();
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(one.live()).containsExactlyInAnyOrder("one", "two");
                assertThat(two.live()).containsExactlyInAnyOrder("one", "two");
            });
        }
    }

    @Test
    void a_master_that_dies_takes_only_its_own_slots_with_it_and_not_for_long() {
        var she = visitor("00");
        var stored = committed(get(visitors.commit(first(she))));
        var master = cluster.masterOf(keyOf("00"));
        cluster.awaitReplica(keyOf("00"));
        var spared = spared(master);

        master.kill();

        assertThatThrownBy(() -> get(visitors.load(she))).isInstanceOf(StoreUnavailable.class);
        assertThat(lanes.reachable()).isFalse();
        var others =
                spared.stream().map(shard -> get(visitors.load(visitor(shard)))).toList();
        await().atMost(PATIENCE).until(() -> answers(visitors.load(she)));
        assertThat(others).containsOnly(Optional.empty());
        assertThat(get(visitors.load(she))).contains(stored);
        // The new master knows no scripts yet.
        var next = Commits.of(she, Optional.of(stored), remembering("two"), Commits.NOW);
        assertThat(get(visitors.commit(next))).isInstanceOf(Visitors.Outcome.Committed.class);
        assertThat(get(alarms.claim(0, Commits.NOW.plusMillis(1), Commits.NOW, LEASE, 10)))
                .extracting(Alarms.Overdue::key)
                .containsExactly(she);
        await().atMost(PATIENCE).until(() -> answers(sendToEach()) && lanes.reachable());
    }

    @Test
    void a_master_that_stands_still_is_replaced_too() {
        var she = visitor("00");
        get(visitors.commit(first(she)));
        var master = cluster.masterOf(keyOf("00"));
        cluster.awaitReplica(keyOf("00"));

        master.freeze();
        try {
            await().atMost(PATIENCE).until(() -> answers(visitors.load(she)));

            assertThat(get(visitors.load(she))).isPresent();
        } finally {
            master.kill();
        }
    }

    @Test
    void a_master_that_gives_way_is_followed() throws IOException {
        var she = visitor("00");
        var current = committed(get(visitors.commit(first(she))));
        var master = cluster.masterOf(keyOf("00"));

        Resp.once(cluster.replicaOf(master).port(), "CLUSTER", "FAILOVER");

        // One by one, as they come from a storefront; what is refused on the way is sent again.
        for (int i = 0; i < 50 || cluster.masterOf(keyOf("00")) == master; i++) {
            var next = Commits.of(she, Optional.of(current), remembering("w" + i), null);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> answers(visitors.commit(next)));
            current = committed(get(visitors.commit(next)));
        }
        assertThat(get(visitors.load(she))).contains(current);
    }

    @Test
    void a_slot_on_its_way_is_asked_for_where_it_goes_and_one_that_moved_where_it_is() throws IOException {
        var from = cluster.masterOf(keyOf("01"));
        var to = cluster.masters().stream()
                .filter(each -> each != from)
                .findFirst()
                .orElseThrow();
        var slot = Integer.toString(HashSlot.of(keyOf("01")));
        Resp.once(to.port(), "CLUSTER", "SETSLOT", slot, "IMPORTING", id(from));
        Resp.once(from.port(), "CLUSTER", "SETSLOT", slot, "MIGRATING", id(to));

        askAsNode(lanes, Command.SET, keyOf("01"), "new");

        assertThat(Resp.once(to.port(), "CLUSTER", "COUNTKEYSINSLOT", slot)).isEqualTo("1");
        assertThat(askAsNode(lanes, Command.GET, keyOf("01"))).hasToString("new");
        // Of a commit's several keys some may be here and some there: Redis asks for patience until they are together.
        assertThatThrownBy(() -> get(visitors.commit(first(visitor("01")))))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("TRYAGAIN");
        for (var each : cluster.masters()) {
            Resp.once(each.port(), "CLUSTER", "SETSLOT", slot, "NODE", id(to));
        }
        assertThat(askAsNode(lanes, Command.GET, keyOf("01"))).hasToString("new");
        assertThat(get(visitors.commit(first(visitor("01"))))).isInstanceOf(Visitors.Outcome.Committed.class);
    }

    @Test
    void who_dies_before_anybody_asked_is_passed_over() {
        var master = cluster.masterOf(keyOf("00"));
        cluster.awaitReplica(keyOf("00"));
        master.kill();
        var fresh = stores.visitors(stores.lanes(cluster.url(), TIMEOUT));

        await().atMost(PATIENCE).until(() -> answers(fresh.load(visitor("00"))));

        assertThat(get(fresh.load(visitor("00")))).isEmpty();
    }

    @Test
    void keys_of_different_slots_are_refused_and_nothing_is_wrong_with_the_cluster() {
        assertThatThrownBy(() -> askAsNode(lanes, Command.MGET, "ov:{00}:a", "ov:{01}:a"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("CROSSSLOT");

        assertThat(lanes.reachable()).isTrue();
    }

    /** Two shards on the masters that live on. */
    private static Set<String> spared(RedisServer master) {
        return IntStream.range(0, Handle.SHARDS)
                .mapToObj(Handle::shardDigits)
                .filter(shard -> cluster.masterOf(keyOf(shard)) != master)
                .limit(2)
                .collect(Collectors.toSet());
    }

    private Uni<?> sendToEach() {
        return lanes.sendToEach(Request.cmd(Command.PING));
    }

    private static boolean answers(Uni<?> asked) {
        return get(asked.replaceWith(true).onFailure(StoreUnavailable.class).recoverWithItem(false));
    }

    private static String id(RedisServer server) throws IOException {
        return Resp.once(server.port(), "CLUSTER", "MYID");
    }

    private static Commit first(VisitorKey key) {
        return Commits.of(key, Optional.empty(), remembering("one"), null);
    }

    private static Stored committed(Visitors.Outcome outcome) {
        return ((Visitors.Outcome.Committed) outcome).stored();
    }

    private static String keyOf(String shard) {
        return "ov:{" + shard + "}";
    }

    private static VisitorKey visitor(String shard) {
        return new VisitorKey("demo", new Handle(shard + "a".repeat(22)));
    }
}
