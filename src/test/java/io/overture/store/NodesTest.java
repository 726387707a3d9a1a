package io.overture.store;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.overture.Logged;
import io.overture.RedisServer;
import io.overture.redis.StoreUnavailable;
import io.overture.redis.Tunnel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private RedisServer redis;
    private Stores stores;

    @BeforeEach
    void open() {
        redis = RedisServer.start();
        stores = new Stores();
    }

    @AfterEach
    void close() throws Exception {
        stores.close();
        redis.close();
    }

    @Test
    void nodes_learn_of_each_other() {
        try (var one = node("one", InstantSource.system());
                var two = node("two", InstantSource.system())) {
            await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> {
                assertThat(one.live()).containsExactlyInAnyOrder("one", "two");
                assertThat(two.live()).containsExactlyInAnyOrder("one", "two");
            });
        }
    }

    @Test
    void a_node_that_goes_is_missed_at_the_next_renewal() {
        var one = node("one", InstantSource.system());
        var two = node("two", InstantSource.system());
        get(two.renew());
        two.close();

        await().atMost(Duration.ofSeconds(5)).until(() -> get(one.renew()).size() == 1);

        assertThat(one.live()).containsExactly("one");
    }

    @Test
    void while_redis_is_away_others_are_believed_until_their_lease_would_be_over_and_oneself_always() {
        var one = node("one", now::get);
        get(node("two", now::get).renew());
        await().until(() -> get(one.renew()).size() == 2);
        redis.kill();
        assertThatThrownBy(() -> get(one.renew())).isInstanceOf(StoreUnavailable.class);

        now.updateAndGet(at -> at.plus(Duration.ofSeconds(3)));
        var soon = one.live();
        now.updateAndGet(at -> at.plus(RedisNodes.LEASE));
        var later = one.live();

        assertThat(soon).containsExactlyInAnyOrder("one", "two");
        assertThat(later).containsExactly("one");
    }

    /** A Redis that is silent first, and then not there at all. */
    @Test
    void each_reason_of_one_outage_is_told_once() throws Exception {
        var tunnel = new Tunnel(redis.port());
        try (var log = new Logged(RedisNodes.class);
                var one = new RedisNodes(
                        stores.lanes(tunnel.url(), Duration.ofMillis(500)),
                        InstantSource.system(),
                        "one",
                        stores.timer())) {
            await().atMost(PATIENCE).until(() -> get(one.renew()).size() == 1);
            tunnel.silent(true);
            one.begin();
            awaitTold(log, "no answer in time");
            tunnel.close();
            awaitTold(log, "Connection refused");

            assertThat(said(log)).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_lease_is_renewed_by_one_beat_only() {
        var one = node("one", InstantSource.system());

        assertThatThrownBy(one::begin).isInstanceOf(IllegalStateException.class).hasMessageContaining("begun before");
    }

    private static void awaitTold(Logged log, String why) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said(log))
                        .anyMatch(line -> line.startsWith("node lease not renewed") && line.contains(why)));
    }

    private static List<String> said(Logged log) {
        return log.records().stream().map(LogRecord::getMessage).toList();
    }

    private RedisNodes node(String name, InstantSource clock) {
        var node = new RedisNodes(stores.lanes(redis.url()), clock, name, stores.timer());
        node.begin();
        return node;
    }
}
