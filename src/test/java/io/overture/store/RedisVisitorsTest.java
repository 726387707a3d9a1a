package io.overture.store;

import static io.overture.store.Commits.remembering;
import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.askEach;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.overture.redis.Lanes;
import io.overture.redis.StoreUnavailable;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisVisitorsTest {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));
    private static final String SHARD = SHE.handle().shard();
    private static final String VALUE = "ov:{" + SHARD + "}:v:" + SHE.member();
    private static final String ALARMS = "ov:{" + SHARD + "}:a";
    private static final String JOURNAL = "ov:{" + SHARD + "}:j";

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final Lanes lanes = REDIS.lanes();
    private final RedisVisitors here = REDIS.stores().visitors(lanes);
    private final RedisVisitors there = REDIS.stores().visitors(REDIS.stores().lanes(REDIS.url()));

    @Test
    void of_a_stranger_there_is_nothing() {
        var found = get(here.load(SHE));

        assertThat(found).isEmpty();
    }

    @Test
    void a_first_commit_is_there_for_all_with_its_alarm_its_journal_and_its_lifetime() {
        var commit = Commits.of(SHE, Optional.empty(), remembering("one"), Commits.NOW.plusSeconds(60));

        var outcome = get(here.commit(commit));

        assertThat(outcome).isInstanceOf(Visitors.Outcome.Committed.class);
        assertThat(get(there.load(SHE))).contains(stored(outcome));
        assertThat(stored(outcome).visitor()).isEqualTo(remembering("one"));
        assertThat(alarm()).isEqualTo(Commits.NOW.plusSeconds(60).toEpochMilli());
        assertThat(journal()).isEqualTo(1);
        assertThat(ask(lanes, Command.PTTL, VALUE).toLong()).isBetween(1L, Commits.LIFETIME.toMillis());
    }

    @Test
    void a_shards_journal_is_bounded_by_what_it_weighs() {
        int most = 256 * 1024;
        var bounded = REDIS.stores().visitors(lanes, () -> false, 100_000, most);
        Optional<Stored> current = Optional.empty();

        for (int i = 0; i < 1_000; i++) {
            var word = i + "x".repeat(i % 7 == 0 ? 6_000 : 300);
            current = Optional.of(stored(get(bounded.commit(Commits.of(SHE, current, remembering(word), null)))));
        }

        assertThat(ask(lanes, Command.MEMORY, "USAGE", JOURNAL, "SAMPLES", 0).toLong())
                .isLessThan(most * 5L / 4);
        assertThat(journal()).isGreaterThan(50);
    }

    @Test
    void when_redis_is_nearly_full_a_new_stranger_is_asked_to_come_later_and_nobody_else() {
        var tight = REDIS.stores().visitors(lanes, () -> true, 100, 1024 * 1024);
        var stranger = AnyVisitor.visiting(null);
        var known = get(here.commit(Commits.first(SHE, remembering("one"))));

        assertThatThrownBy(() -> get(tight.commit(Commits.first(VisitorKey.of("demo", "w".repeat(22)), stranger))))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("nearly full");
        assertThat(get(tight.commit(Commits.of(SHE, Optional.of(stored(known)), stranger, null))))
                .isInstanceOf(Visitors.Outcome.Committed.class);
        assertThat(get(tight.commit(
                        Commits.first(VisitorKey.of("demo", "c".repeat(22)), AnyVisitor.visiting("client-7")))))
                .isInstanceOf(Visitors.Outcome.Committed.class);
    }

    @Test
    void a_commit_is_one_command() {
        get(here.commit(Commits.first(SHE, remembering("one"))));
        var before = lanes.commands();
        var current = get(there.load(SHE));

        get(here.commit(Commits.of(SHE, current, remembering("two"), null)));

        assertThat(lanes.commands() - before).isEqualTo(1);
    }

    @Test
    void who_comes_second_learns_what_is_there_and_changes_nothing() {
        var first = get(here.commit(Commits.first(SHE, remembering("one"))));

        var second = get(there.commit(Commits.of(SHE, Optional.empty(), remembering("other"), Commits.NOW)));

        assertThat(second).isEqualTo(new Visitors.Outcome.Conflict(Optional.of(stored(first))));
        assertThat(get(here.load(SHE))).contains(stored(first));
        assertThat(alarm()).isZero();
        assertThat(journal()).isEqualTo(1);
    }

    @Test
    void a_step_from_a_value_that_is_gone_is_told_so() {
        var first = get(here.commit(Commits.first(SHE, remembering("one"))));
        ask(lanes, Command.DEL, VALUE);

        var second = get(here.commit(Commits.of(SHE, Optional.of(stored(first)), remembering("two"), null)));

        assertThat(second).isEqualTo(new Visitors.Outcome.Conflict(Optional.empty()));
        assertThat(get(here.load(SHE))).isEmpty();
    }

    @Test
    void the_same_commit_twice_is_committed_once() {
        var commit = Commits.of(SHE, Optional.empty(), remembering("one"), null);
        get(here.commit(commit));

        var again = get(there.commit(commit));

        assertThat(again).isInstanceOf(Visitors.Outcome.Committed.class);
        assertThat(journal()).isEqualTo(1);
    }

    @Test
    void an_alarm_is_left_alone_unless_it_changes() {
        var at = Commits.NOW.plusSeconds(60);
        var first = get(here.commit(Commits.of(SHE, Optional.empty(), remembering("one"), at)));
        ask(lanes, Command.ZADD, ALARMS, 5, SHE.member());

        var second = get(here.commit(Commits.of(SHE, Optional.of(stored(first)), remembering("two"), at)));
        var afterSecond = alarm();
        get(here.commit(Commits.of(SHE, Optional.of(stored(second)), remembering("three"), null)));

        assertThat(afterSecond).isEqualTo(5);
        assertThat(alarm()).isZero();
    }

    @Test
    void who_is_nobody_is_deleted_and_a_second_try_of_that_is_no_second_deed() {
        var first = get(here.commit(Commits.of(SHE, Optional.empty(), remembering("one"), Commits.NOW)));
        var gone = Commits.of(SHE, Optional.of(stored(first)), Visitor.NOBODY, null);
        get(here.commit(gone));

        var again = get(here.commit(gone));

        assertThat(again).isInstanceOf(Visitors.Outcome.Committed.class);
        assertThat(get(here.load(SHE))).isEmpty();
        assertThat(alarm()).isZero();
        assertThat(journal()).isEqualTo(2);
    }

    @Test
    void of_two_nodes_exactly_one_wins_each_round() {
        Optional<Stored> current = Optional.empty();
        for (int round = 0; round < 200; round++) {
            var mine = Commits.of(SHE, current, remembering("here" + round), null);
            var theirs = Commits.of(SHE, current, remembering("there" + round), null);

            var both =
                    get(Uni.join().all(here.commit(mine), there.commit(theirs)).andFailFast());

            var won = both.stream()
                    .filter(Visitors.Outcome.Committed.class::isInstance)
                    .toList();
            var lost = both.stream()
                    .filter(Visitors.Outcome.Conflict.class::isInstance)
                    .toList();
            assertThat(won).hasSize(1);
            current = Optional.of(stored(won.getFirst()));
            assertThat(lost).isEqualTo(List.of(new Visitors.Outcome.Conflict(current)));
        }
        assertThat(get(here.load(SHE))).isEqualTo(current);
    }

    @Test
    void a_format_of_tomorrow_is_refused_and_survives() {
        var value = new Codec(Codec.CURRENT).encode(1, remembering("tomorrow"), null);
        value[0] = Codec.CURRENT + 1;
        ask(lanes, Command.SET, VALUE, value);

        assertThatThrownBy(() -> get(here.commit(Commits.first(SHE, remembering("today")))))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("format " + (Codec.CURRENT + 1));

        assertThat(ask(lanes, Command.GET, VALUE).toBytes()).isEqualTo(value);
    }

    @Test
    void a_redis_that_forgot_its_scripts_is_told_them_again() {
        get(here.commit(Commits.first(SHE, remembering("one"))));
        askEach(lanes, Command.SCRIPT, "FLUSH");
        var before = lanes.commands();
        var current = get(there.load(SHE));

        var outcome = get(here.commit(Commits.of(SHE, current, remembering("two"), null)));

        assertThat(outcome).isInstanceOf(Visitors.Outcome.Committed.class);
        assertThat(lanes.commands() - before).isEqualTo(2);
    }

    @Test
    void a_full_redis_takes_nothing_of_a_commit() {
        var first = get(here.commit(Commits.first(SHE, remembering("one"))));
        askEach(lanes, Command.CONFIG, "SET", "maxmemory", "1");
        try {
            assertThatThrownBy(() -> get(
                            here.commit(Commits.of(SHE, Optional.of(stored(first)), remembering("two"), Commits.NOW))))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("OOM");
        } finally {
            askEach(lanes, Command.CONFIG, "SET", "maxmemory", "0");
        }
        assertThat(get(here.load(SHE))).contains(stored(first));
        assertThat(journal()).isEqualTo(1);
        assertThat(alarm()).isZero();
    }

    private static Stored stored(Visitors.Outcome outcome) {
        return ((Visitors.Outcome.Committed) outcome).stored();
    }

    /** When her alarm is set, epoch milliseconds; 0: it is not. */
    private long alarm() {
        var score = ask(lanes, Command.ZSCORE, ALARMS, SHE.member());
        return score == null ? 0 : score.toDouble().longValue();
    }

    private long journal() {
        return ask(lanes, Command.XLEN, JOURNAL).toLong();
    }
}
