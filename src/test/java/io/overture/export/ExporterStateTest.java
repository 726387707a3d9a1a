package io.overture.export;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.journal.JournalItem;
import io.overture.store.EmptyRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the exporters of several nodes share in Redis: who may export, how far it has come, what was refused. */
class ExporterStateTest {

    private static final int MOST_LETTERS = 3;
    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final AtomicLong nanos = new AtomicLong();
    private final Lease one = new Lease(REDIS.lanes(), "one", nanos::get);
    private final Lease two = new Lease(REDIS.lanes(), "two", nanos::get);
    private final Progress ofOne = new Progress(REDIS.lanes(), "one", MOST_LETTERS);
    private final Progress ofTwo = new Progress(REDIS.lanes(), "two", MOST_LETTERS);
    private final Letters letters = new Letters(REDIS.lanes());

    @Test
    void one_node_at_a_time_exports_and_the_next_begins_where_it_stopped() {
        get(one.renew());
        get(two.renew());
        assertThat(two.term()).isEmpty();
        save(ofOne, one, "so far");

        get(one.giveUp());
        get(two.renew());

        assertThat(two.term())
                .hasValueSatisfying(term -> assertThat(term.cursor()).isEqualTo("so far"));
        assertThat(one.term()).isEmpty();
    }

    @Test
    void a_node_that_was_frozen_changes_nothing_when_it_wakes_up() {
        get(one.renew());
        var frozen = one.term().orElseThrow();
        get(one.giveUp());
        get(two.renew());
        save(ofTwo, two, "further");

        var saved = get(ofOne.save(frozen, "back", List.of(new Change.Refused(letter("00-1-0", "v")))));

        assertThat(saved.done()).isFalse();
        assertThat(get(letters.count())).isZero();
        get(two.giveUp());
        get(one.renew());
        assertThat(one.term()).hasValueSatisfying(term -> {
            assertThat(term.cursor()).isEqualTo("further");
            assertThat(term.number()).isGreaterThan(frozen.number());
        });
    }

    @Test
    void a_lease_ends_here_by_this_nodes_own_clock() {
        get(one.renew());
        nanos.addAndGet(Lease.LENGTH.minusMillis(1).toNanos());
        assertThat(one.term()).isPresent();

        nanos.addAndGet(Duration.ofMillis(1).toNanos());

        assertThat(one.term()).isEmpty();
    }

    @Test
    void one_that_had_ended_here_begins_from_what_was_saved_last() {
        get(one.renew());
        save(ofOne, one, "so far");
        nanos.addAndGet(Lease.LENGTH.toNanos());

        get(one.renew());

        assertThat(one.term().orElseThrow().cursor()).isEqualTo("so far");
    }

    @Test
    void what_was_refused_is_kept_until_it_was_sent_after_all() {
        get(one.renew());
        save(ofOne, one, "c", refused("00-1-0", "v"), refused("00-2-0", "v"));

        assertThat(get(letters.sendAgain(List.of("00-2-0", "unknown"), NOW))).isEqualTo(1);
        assertThat(get(letters.refused())).extracting(Letter::id).containsExactly("00-1-0");
        assertThat(get(letters.toSendAgain(10))).containsExactly(letter("00-2-0", "v"));
        save(ofOne, one, Progress.UNMOVED, new Change.SentAfterAll(letter("00-2-0", "v")));

        assertThat(get(letters.toSendAgain(10))).isEmpty();
        assertThat(get(letters.sendAgain(List.of(), NOW))).isEqualTo(1);
        assertThat(get(letters.refused())).isEmpty();
    }

    @Test
    void nothing_that_was_refused_stays_of_a_visitor_who_was_forgotten() {
        get(one.renew());
        save(ofOne, one, "c", refused("00-1-0", "she"), refused("00-2-0", "she"), refused("01-1-0", "another"));
        get(letters.sendAgain(List.of("00-1-0"), NOW));

        save(ofOne, one, "d", new Change.Forgotten("she"));

        assertThat(get(letters.toSendAgain(10))).isEmpty();
        assertThat(get(letters.refused())).extracting(Letter::visitor).containsExactly("another");
        assertThat(REDIS.keys("ov:{export}:letters")).hasSize(1);
    }

    @Test
    void so_many_are_kept_and_the_oldest_go() {
        get(one.renew());
        var many = IntStream.range(0, 5)
                .mapToObj(i -> refused("00-" + i + "-0", "v"))
                .toArray(Change[]::new);

        var saved = get(ofOne.save(one.term().orElseThrow(), "c", List.of(many)));

        assertThat(saved.dropped()).isEqualTo(2);
        assertThat(get(letters.refused())).extracting(Letter::id).containsExactly("00-2-0", "00-3-0", "00-4-0");
    }

    private static void save(Progress progress, Lease lease, String cursor, Change... changes) {
        var saved = get(progress.save(lease.term().orElseThrow(), cursor, List.of(changes)));
        assertThat(saved.done()).isTrue();
    }

    private static Change refused(String id, String visitor) {
        return new Change.Refused(letter(id, visitor));
    }

    private static Letter letter(String id, String visitor) {
        var line = "{\"at\":1,\"site\":\"demo\",\"visitor\":\"" + visitor + "\",\"type\":\"forgotten\"}";
        return Letter.of(
                new JournalItem.Kept(id, 1, "demo", line), Head.of(line), new Refusal("too_large", "1200 bytes"), NOW);
    }

    @Test
    void a_record_is_read_as_far_as_it_is_the_same_in_all() {
        assertThat(Head.of("{\"at\":7,\"site\":\"s\",\"visitor\":\"v\",\"type\":\"beacon\",\"events\":[{\"at\":8}]}"))
                .contains(new Head(7, "v", "beacon"));
        assertThat(Head.of("{\"at\":7,\"context\":{\"type\":\"x\"},\"type\":\"gap\"}"))
                .contains(new Head(7, "", "gap"));
        assertThat(List.of("", "[]", "{\"at\":7}", "{\"at\":\"x\",\"type\":\"y\"}", "not json", "{\"type\":3}"))
                .allSatisfy(text -> assertThat(Head.of(text)).isEqualTo(Optional.empty()));
    }
}
