package io.overture.store;

import static io.overture.store.Commits.NOW;
import static io.overture.store.Commits.remembering;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlarmsTest {

    private static final Duration LEASE = Duration.ofSeconds(5);

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final RedisVisitors visitors = REDIS.stores().visitors(REDIS.lanes());
    private final Alarms here = new RedisAlarms(REDIS.lanes());
    private final Alarms there = new RedisAlarms(REDIS.stores().lanes(REDIS.url()));

    @Test
    void what_is_due_is_claimed_by_one_node_and_by_another_when_the_lease_is_over() {
        var she = set("01", 'a', NOW);

        var claimed = get(here.claim(1, NOW.plusMillis(1), NOW, LEASE, 10));
        var meanwhile = get(there.claim(1, NOW.plusMillis(1), NOW, LEASE, 10));
        var later = NOW.plus(LEASE).plusMillis(1);
        var afterwards = get(there.claim(1, later, later, LEASE, 10));

        assertThat(claimed).extracting(Alarms.Overdue::key).containsExactly(she);
        assertThat(claimed).extracting(Alarms.Overdue::at).containsExactly(NOW);
        assertThat(meanwhile).isEmpty();
        assertThat(afterwards).extracting(Alarms.Overdue::key).containsExactly(she);
    }

    @Test
    void what_is_not_due_yet_is_left() {
        set("02", 'a', NOW);

        var claimed = get(here.claim(2, NOW, NOW, LEASE, 10));

        assertThat(claimed).isEmpty();
    }

    @Test
    void no_more_are_taken_than_asked_for_and_the_longest_overdue_first() {
        var second = set("03", 'b', NOW.plusMillis(2));
        var first = set("03", 'a', NOW.plusMillis(1));
        set("03", 'c', NOW.plusMillis(3));

        var claimed = get(here.claim(3, NOW.plusSeconds(1), NOW, LEASE, 2));

        assertThat(claimed).extracting(Alarms.Overdue::key).containsExactly(first, second);
    }

    @Test
    void two_nodes_never_share_an_alarm() {
        var all = IntStream.range(0, 20)
                .mapToObj(i -> set("04", (char) ('a' + i), NOW))
                .toList();

        var claimed = get(Uni.join()
                .all(IntStream.range(0, 10)
                        .mapToObj(i -> (i % 2 == 0 ? here : there).claim(4, NOW.plusMillis(1), NOW, LEASE, 3))
                        .toList())
                .andFailFast());

        assertThat(claimed.stream().flatMap(List::stream).map(Alarms.Overdue::key))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_commit_that_moves_the_alarm_ends_the_lease() {
        var she = set("05", 'a', NOW);
        get(here.claim(5, NOW.plusMillis(1), NOW, LEASE, 10));
        var stored = get(visitors.load(she));
        get(visitors.commit(Commits.of(she, stored, remembering("later"), NOW.plusMillis(5))));

        var claimed = get(there.claim(5, NOW.plusMillis(6), NOW, LEASE, 10));

        assertThat(claimed).extracting(Alarms.Overdue::key).containsExactly(she);
    }

    @Test
    void every_shard_has_alarms_of_its_own() {
        var all = IntStream.range(0, Handle.SHARDS)
                .mapToObj(shard -> set(Handle.shardDigits(shard), 'a', NOW))
                .toList();

        var claimed = get(Uni.join()
                .all(IntStream.range(0, Handle.SHARDS)
                        .mapToObj(shard -> there.claim(shard, NOW.plusMillis(1), NOW, LEASE, 10))
                        .toList())
                .andFailFast());

        assertThat(claimed.stream().flatMap(List::stream).map(Alarms.Overdue::key))
                .containsExactlyElementsOf(all);
    }

    @Test
    void shards_with_something_overdue_are_found_and_nothing_is_taken() {
        set("06", 'a', NOW);
        set("06", 'b', NOW);
        set("07", 'a', NOW.plusSeconds(1));
        set("ff", 'a', NOW.minusSeconds(1));

        var found = overdue(there, NOW.plusMillis(1));

        assertThat(found).containsExactly(0x06, 0xff);
        assertThat(overdue(here, NOW.plusMillis(1))).isEqualTo(found);
    }

    @Test
    void where_nothing_is_set_nothing_is_found() {
        assertThat(overdue(here, NOW)).isEmpty();
    }

    /** Each of them was looked at: what could not be would be told as overdue. */
    @Test
    void where_nothing_is_due_yet_nothing_is_found_in_any_shard() {
        IntStream.range(0, Handle.SHARDS).forEach(shard -> set(Handle.shardDigits(shard), 'a', NOW));

        assertThat(overdue(here, NOW)).isEmpty();
        assertThat(overdue(here, NOW.plusMillis(1))).hasSize(Handle.SHARDS);
    }

    @Test
    void it_is_found_by_one_command_to_each_master() {
        set("08", 'a', NOW);
        int masters = Stores.askEach(REDIS.lanes(), Command.PING).size();
        overdue(here, NOW);
        long before = REDIS.lanes().commands();

        overdue(here, NOW.plusMillis(1));

        assertThat(REDIS.lanes().commands() - before).isEqualTo(masters);
    }

    /** Then it is claimed by itself, which knows what to do about it. */
    @Test
    void a_shard_that_cannot_be_looked_at_is_told_as_overdue() {
        Stores.ask(REDIS.lanes(), Command.SET, Keys.alarms("09"), "no alarms");

        assertThat(overdue(here, NOW)).containsExactly(9);
    }

    private static List<Integer> overdue(Alarms node, Instant before) {
        return get(node.overdue(before).collect().asList()).stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    private VisitorKey set(String shard, char who, Instant at) {
        var key = new VisitorKey(
                "demo",
                new Handle(shard + Stream.generate(() -> who + "").limit(22).reduce("", String::concat)));
        get(visitors.commit(Commits.of(key, Optional.empty(), remembering("somebody"), at)));
        return key;
    }
}
