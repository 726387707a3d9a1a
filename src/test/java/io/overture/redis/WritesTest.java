package io.overture.redis;

import static io.overture.store.Commits.remembering;
import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.overture.Logged;
import io.overture.RedisUsers;
import io.overture.store.Commits;
import io.overture.store.EmptyRedis;
import io.overture.visitor.VisitorKey;
import io.vertx.redis.client.Command;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Redis that is there, answers, and refuses to write. */
class WritesTest {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final Lanes lanes = REDIS.stores().lanes(REDIS.url());

    @AfterEach
    void itWritesAgain() {
        ask(lanes, Command.CONFIG, "SET", "maxmemory", 0);
        ask(lanes, Command.CONFIG, "SET", "min-replicas-to-write", 0);
    }

    @ParameterizedTest
    @CsvSource({"maxmemory, 1, FULL, OOM command not allowed", "min-replicas-to-write, 1, NO_REPLICAS, NOREPLICAS"})
    void it_is_said_once_and_in_its_own_words(String setting, int value, Reason reason, String words) {
        var visitors = REDIS.stores().visitors(lanes);
        ask(lanes, Command.CONFIG, "SET", setting, value);

        try (var log = new Logged(Writes.class)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> get(visitors.commit(Commits.first(SHE, remembering("one")))))
                        .isInstanceOfSatisfying(
                                StoreUnavailable.class,
                                refused -> assertThat(refused.reason()).isEqualTo(reason));
            }

            assertThat(log.records()).singleElement().satisfies(said -> {
                assertThat(said.getLevel().intValue()).isEqualTo(Level.WARNING.intValue());
                assertThat(said.getMessage()).contains("event=store_refuses_writes why=" + reason.word(), words);
            });
        }
        assertThat(lanes.refusesWrites()).contains(reason);
        assertThat(lanes.reachable()).isTrue();
        assertThat(get(visitors.load(SHE))).isEmpty();
    }

    @Test
    void a_user_that_lacks_a_command_is_told_of_in_the_same_way() {
        var visitors = REDIS.stores().visitors(lanes);
        ask(lanes, Command.ACL, "SETUSER", RedisUsers.NAME, "-zadd");
        try {
            assertThatThrownBy(() ->
                            get(visitors.commit(Commits.of(SHE, Optional.empty(), remembering("one"), Commits.NOW))))
                    .isInstanceOfSatisfying(
                            StoreUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_ALLOWED));
            assertThat(lanes.refusesWrites()).contains(Reason.NOT_ALLOWED);
        } finally {
            ask(lanes, Command.ACL, "SETUSER", RedisUsers.NAME, "+zadd");
        }
    }

    @Test
    void it_is_over_once_nothing_has_been_refused_for_a_while() {
        var now = new AtomicLong();
        var writes = new Writes(now::get);
        writes.refused(Reason.FULL, "OOM");

        try (var log = new Logged(Writes.class)) {
            now.set(Writes.SILENCE.toNanos());
            writes.look();
            assertThat(writes.refusal()).contains(Reason.FULL);
            writes.refused(Reason.FULL, "OOM");
            now.addAndGet(Writes.SILENCE.toNanos() + 1);
            writes.look();
            writes.look();

            assertThat(writes.refusal()).isEqualTo(Optional.empty());
            assertThat(log.records())
                    .extracting(java.util.logging.LogRecord::getMessage)
                    .containsExactly("event=store_takes_writes after=full");
        }
    }
}
