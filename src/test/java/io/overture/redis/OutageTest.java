package io.overture.redis;

import static io.overture.store.Commits.remembering;
import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.overture.RedisServer;
import io.overture.store.Commits;
import io.overture.store.RedisVisitors;
import io.overture.store.Stores;
import io.overture.store.Visitors;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private RedisServer redis;
    private Tunnel tunnel;
    private Stores stores;
    private Lanes lanes;
    private RedisVisitors visitors;

    @BeforeEach
    void open() throws IOException {
        redis = RedisServer.start();
        tunnel = new Tunnel(redis.port());
        stores = new Stores();
        lanes = stores.lanes(tunnel.url(), TIMEOUT);
        visitors = stores.visitors(lanes);
        assertRecovers();
        // So that Redis knows the script, and the first reply is the commit's.
        get(visitors.commit(Commits.first(SHE, remembering("one"))));
        ask(lanes, Command.FLUSHALL);
    }

    @AfterEach
    void close() throws Exception {
        stores.close();
        tunnel.close();
        redis.close();
    }

    @Test
    void a_commit_whose_reply_was_cut_off_is_known_to_be_committed() {
        tunnel.cutNextReplies(1);

        var outcome = get(visitors.commit(Commits.first(SHE, remembering("one"))));

        assertThat(outcome).isInstanceOf(Visitors.Outcome.Committed.class);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void after_two_lost_replies_nobody_claims_to_know() {
        tunnel.cutNextReplies(2);

        assertThatThrownBy(() -> get(visitors.commit(Commits.first(SHE, remembering("one")))))
                .isInstanceOf(StoreUnavailable.class);

        assertThat(get(visitors.load(SHE))).isPresent();
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void silence_is_borne_for_two_timeouts_and_forgotten_when_it_ends() {
        tunnel.silent(true);
        var began = System.nanoTime();

        assertThatThrownBy(() -> get(visitors.load(SHE))).isInstanceOf(StoreUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TIMEOUT.multipliedBy(6));
        tunnel.silent(false);
        assertRecovers();
    }

    @Test
    void a_redis_that_is_away_is_noticed_at_once_and_its_return_too() {
        redis.kill();
        var began = System.nanoTime();

        IntStream.range(0, 50)
                .forEach(i -> assertThatThrownBy(() -> get(visitors.load(SHE))).isInstanceOf(StoreUnavailable.class));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        redis.restart();
        assertRecovers();
    }

    @Test
    void a_flood_is_refused_beyond_what_may_wait() {
        tunnel.silent(true);
        var calls = IntStream.range(0, 4 * Lanes.MOST_IN_FLIGHT + 100)
                .mapToObj(i -> lanes.send(Request.cmd(Command.PING))
                        .replaceWith("answered")
                        .onFailure()
                        .recoverWithItem(Throwable::getMessage))
                .toList();

        var outcomes = get(Uni.join().all(calls).andFailFast());

        assertThat(outcomes).filteredOn(what -> what.contains("commands wait")).hasSizeGreaterThanOrEqualTo(100);
        assertThat(outcomes).doesNotContain("answered");
        tunnel.silent(false);
        assertRecovers();
    }

    /** Every lane, and by itself. */
    private void assertRecovers() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> IntStream.range(0, 8)
                        .allMatch(i -> get(visitors.load(SHE)
                                .replaceWith(true)
                                .onFailure(StoreUnavailable.class)
                                .recoverWithItem(false))));
    }

    private long entries() {
        return ask(lanes, Command.XLEN, "ov:{" + SHE.handle().shard() + "}:j").toLong();
    }
}
