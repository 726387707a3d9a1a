package io.overture.redis;

import static io.overture.store.Commits.remembering;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.overture.Logged;
import io.overture.RedisSentinels;
import io.overture.RedisServer;
import io.overture.Resp;
import io.overture.Sentinel;
import io.overture.store.Commits;
import io.overture.store.RedisAlarms;
import io.overture.store.RedisVisitors;
import io.overture.store.Stored;
import io.overture.store.Stores;
import io.overture.store.Visitors;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Redis whose master dies, gives way and comes back, and sentinels that say who is the master now. */
class SentinelTest {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RedisSentinels redis;

    private Stores stores;
    private Lanes lanes;
    private RedisVisitors visitors;
    private Stored current;
    private int takenBack;

    @BeforeAll
    static void begin() {
        redis = RedisSentinels.start();
    }

    @AfterAll
    static void end() {
        redis.close();
    }

    @BeforeEach
    void open() throws IOException {
        redis.heal();
        Resp.once(redis.master().port(), "FLUSHALL");
        stores = new Stores();
        lanes = stores.lanes(redis, TIMEOUT);
        visitors = stores.visitors(lanes);
        current = committed(get(visitors.commit(Commits.first(SHE, remembering("one")))));
    }

    @AfterEach
    void close() throws Exception {
        stores.close();
    }

    @Test
    void a_master_that_dies_is_followed_by_another_with_all_that_had_come_there() {
        redis.awaitReplicas();
        var master = redis.master();

        master.kill();

        assertThatThrownBy(() -> get(visitors.load(SHE))).isInstanceOf(StoreUnavailable.class);
        assertThat(lanes.reachable()).isFalse();
        assertThat(lanes.everReached()).isTrue();
        await().atMost(PATIENCE).until(() -> answers(visitors.load(SHE)));
        assertThat(redis.master()).isNotSameAs(master);
        assertThat(get(visitors.load(SHE))).contains(current);
        assertThat(lanes.reachable()).isTrue();
        // The new master knows no scripts yet.
        goesOn("two");
        assertThat(get(new RedisAlarms(lanes)
                        .claim(0, Commits.NOW.plusMillis(1), Commits.NOW, Duration.ofSeconds(5), 10)))
                .isEmpty();
    }

    @Test
    void a_master_that_gives_way_is_followed_and_no_longer_written_to() throws IOException {
        var master = redis.master();

        redis.failOver();

        for (int i = 0; i < 50 || redis.master() == master || !isReplica(master); i++) {
            goesOn("w" + i);
        }
        goesOn("last");
        assertThat(get(visitors.load(SHE))).contains(current);
        assertThat(Resp.once(
                        redis.master().port(), "EXISTS", "ov:{" + SHE.handle().shard() + "}:v:" + SHE.member()))
                .isEqualTo("1");
    }

    @Test
    void a_master_that_stood_still_and_wakes_up_is_not_taken_for_one() throws IOException {
        redis.awaitReplicas();
        var master = redis.master();
        master.freeze();
        try {
            await().atMost(PATIENCE).until(() -> answers(visitors.load(SHE)));
            goesOn("meanwhile");
        } finally {
            master.thaw();
        }

        // It takes writes until it is told: one that went there would be gone afterwards.
        for (int i = 0; !isReplica(master); i++) {
            goesOn("w" + i);
        }

        goesOn("last");
        assertThat(takenBack).isZero();
        assertThat(get(visitors.load(SHE))).contains(current);
    }

    @Test
    void a_sentinel_that_knows_less_than_the_others_is_not_believed() throws Exception {
        redis.awaitReplicas();
        var former = redis.master();
        former.kill();
        await().atMost(PATIENCE).until(() -> answers(visitors.load(SHE)));

        // Where nobody is it does not meet the others, and learns nothing from them.
        try (var behind = Sentinel.of(former, Duration.ofMinutes(1), 1)) {
            var misled = stores.lanes(behind.url() + "," + redis.url(), RedisSentinels.MASTER, TIMEOUT);

            assertThat(get(stores.visitors(misled).load(SHE))).contains(current);
        }
    }

    @Test
    void without_sentinels_the_master_they_named_last_serves_on() {
        try (var log = new Logged(Sentinels.class)) {
            redis.sentinels().forEach(Sentinel::kill);

            await().atMost(PATIENCE).until(() -> told(log, "event=no_sentinel master=house"));
            goesOn("two");
            assertThat(lanes.reachable()).isTrue();
        }
    }

    @Test
    void a_master_nobody_watches_is_told_of() {
        try (var log = new Logged(Sentinels.class)) {
            var lost = stores.lanes(redis.url(), "nobody", TIMEOUT);

            assertThatThrownBy(() -> get(stores.visitors(lost).load(SHE)))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("no sentinel names a master");
            assertThat(lost.everReached()).isFalse();
            assertThat(told(log, "event=no_sentinel master=nobody")).isTrue();
        }
    }

    /** As from a storefront: what is refused is sent again, the same; what a failover took back is decided anew. */
    private void goesOn(String word) {
        var done = false;
        while (!done) {
            var next = Commits.of(SHE, Optional.of(current), remembering(word), null);
            switch (answer(visitors.commit(next))) {
                case Visitors.Outcome.Committed(var stored) -> {
                    current = stored;
                    done = true;
                }
                case Visitors.Outcome.Conflict(var found) -> {
                    current = found.orElseThrow();
                    takenBack++;
                }
            }
        }
    }

    private static <T> T answer(Uni<T> asked) {
        var answer = new AtomicReference<@Nullable T>();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    answer.set(get(asked.onFailure(StoreUnavailable.class).recoverWithNull()));
                    return answer.get() != null;
                });
        return Objects.requireNonNull(answer.get());
    }

    private static boolean told(Logged log, String words) {
        return log.records().stream().map(SentinelTest::text).anyMatch(text -> text.contains(words));
    }

    private static String text(LogRecord said) {
        return said.getMessage().formatted(said.getParameters());
    }

    /** Who is told to be a replica hangs up on everybody, on who asks just then, too: that is no answer yet. */
    private static boolean isReplica(RedisServer server) {
        try {
            return Resp.once(server.port(), "INFO", "replication").contains("role:slave");
        } catch (IOException hungUp) {
            return false;
        }
    }

    private static boolean answers(Uni<?> asked) {
        return get(asked.replaceWith(true).onFailure(StoreUnavailable.class).recoverWithItem(false));
    }

    private static Stored committed(Visitors.Outcome outcome) {
        return ((Visitors.Outcome.Committed) outcome).stored();
    }
}
