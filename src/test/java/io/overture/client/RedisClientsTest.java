package io.overture.client;

import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.client.Clients.Expected;
import io.overture.client.Clients.Written;
import io.overture.client.History.Note;
import io.overture.client.History.Order;
import io.overture.client.History.Talk;
import io.overture.store.EmptyRedis;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisClientsTest {

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final String SHE = "c-1001";
    private static final Expected ANYTHING = new Expected.Anything();

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final List<String> forgotten = new ArrayList<>();
    private final Clients clients =
            new RedisClients(REDIS.lanes(), LIFETIME, () -> UUID.randomUUID().toString(), List.of(id -> {
                forgotten.add(id);
                return Uni.createFrom().item(Erasure.of(Erasure.Kind.TASKS, 2, Duration.ofDays(30)));
            }));

    @BeforeAll
    static void open() {
        // Loading what reads and writes records takes a cold machine longer than a test's connection may be silent.
        JsonBody.read(RecordJson.of(Records.whole(SHE)).toString().getBytes(UTF_8), ClientResource.MOST_BYTES);
    }

    @Test
    void nothing_is_known_of_a_stranger() {
        var found = get(clients.find(SHE));

        assertThat(found).isEmpty();
    }

    @Test
    void a_record_comes_back_as_it_was_put_and_not_for_good() {
        var whole = Records.whole(SHE);

        get(clients.put(SHE, ANYTHING, had -> whole));

        assertThat(get(clients.find(SHE))).contains(whole);
        assertThat(ask(REDIS.lanes(), Command.PTTL, RedisClients.key(SHE)).toLong())
                .isBetween(1L, LIFETIME.toMillis());
    }

    @Test
    void her_id_is_in_no_key() {
        get(clients.put(SHE, ANYTHING, had -> Records.whole(SHE)));

        var keys = REDIS.keys("*");

        assertThat(keys).singleElement().asString().startsWith("ov:client:{").doesNotContain(SHE);
    }

    @Test
    void what_rests_on_another_version_is_refused() {
        var first = done(get(clients.put(SHE, ANYTHING, had -> Records.whole(SHE))));
        get(clients.addNote(SHE, note("n1")));

        var second = get(
                clients.put(SHE, new Expected.Version(Set.of(first.kept().version())), had -> had.with(Profile.NONE)));

        assertThat(second).isInstanceOf(Written.Refused.class);
        assertThat(get(clients.find(SHE)).orElseThrow().profile()).isNotEqualTo(Profile.NONE);
    }

    @Test
    void what_must_be_new_is_refused_when_it_is_not() {
        get(clients.put(SHE, ANYTHING, had -> Records.whole(SHE)));

        var second = get(clients.put(SHE, new Expected.Nothing(), had -> had));

        assertThat(second).isInstanceOf(Written.Refused.class);
    }

    @Test
    void changes_at_once_are_all_there_in_the_end() {
        var notes = IntStream.range(0, 6).mapToObj(i -> note("n" + i)).toList();

        get(Uni.join()
                .all(notes.stream().map(note -> clients.addNote(SHE, note)).toList())
                .andFailFast());

        assertThat(get(clients.find(SHE)).orElseThrow().history().notes())
                .extracting(Note::id)
                .containsExactlyInAnyOrder("n0", "n1", "n2", "n3", "n4", "n5");
    }

    @Test
    void a_note_begins_a_record_and_a_visit_does_not() {
        get(clients.visited("another", AT));
        get(clients.purchased("another", new Order("T-1", AT, List.of())));

        get(clients.addNote(SHE, note("n1")));

        assertThat(get(clients.find(SHE))).isPresent();
        assertThat(get(clients.find("another"))).isEmpty();
    }

    @Test
    void who_is_erased_is_gone_everywhere_and_nothing_under_way_brings_her_back() {
        get(clients.put(SHE, ANYTHING, had -> Records.whole(SHE)));

        var erased = get(clients.delete(SHE, ANYTHING));

        get(clients.addNote(SHE, note("late")));
        get(clients.addConversation(SHE, new Talk("t", AT, "camille", null)));
        assertThat(erased)
                .contains(new Erasure(Map.of(Erasure.Kind.RECORD, 1, Erasure.Kind.TASKS, 2), Duration.ofDays(30)));
        assertThat(forgotten).containsExactly(SHE);
        assertThat(get(clients.find(SHE))).isEmpty();
        assertThat(ask(REDIS.lanes(), Command.HKEYS, RedisClients.key(SHE))).hasSize(1);
        assertThat(ask(REDIS.lanes(), Command.PTTL, RedisClients.key(SHE)).toLong())
                .isBetween(1L, RedisClients.MARK.toMillis());
    }

    @Test
    void the_house_may_know_her_again_when_it_says_so() {
        get(clients.delete(SHE, ANYTHING));

        var again = done(get(clients.put(SHE, ANYTHING, had -> Records.whole(SHE))));

        assertThat(again.created()).isTrue();
    }

    @Test
    void erasing_another_version_erases_nothing() {
        get(clients.put(SHE, ANYTHING, had -> Records.whole(SHE)));

        var erased = get(clients.delete(SHE, new Expected.Version(Set.of("another"))));

        assertThat(erased).isEmpty();
        assertThat(forgotten).isEmpty();
        assertThat(get(clients.find(SHE))).isPresent();
    }

    @Test
    void erasing_twice_is_erasing_once_and_others_are_told_again() {
        get(clients.put(SHE, ANYTHING, had -> Records.whole(SHE)));
        get(clients.delete(SHE, ANYTHING));

        var again = get(clients.delete(SHE, new Expected.Version(Set.of("the one she had"))));

        assertThat(again.orElseThrow().of(Erasure.Kind.RECORD)).isZero();
        assertThat(forgotten).containsExactly(SHE, SHE);
    }

    @Test
    void what_changes_nothing_writes_nothing() {
        var first = done(get(clients.put(SHE, ANYTHING, had -> Records.whole(SHE))));

        get(clients.visited(SHE, first.kept().record().history().visits().getFirst()));

        assertThat(get(clients.read(SHE)).orElseThrow().version())
                .isEqualTo(first.kept().version());
    }

    @Test
    void fields_of_a_newer_release_do_no_harm() {
        ask(
                REDIS.lanes(),
                Command.HSET,
                RedisClients.key(SHE),
                "v",
                "1",
                "json",
                "{\"id\":\"c-1001\",\"name\":\"A\",\"aura\":1}");

        var found = get(clients.find(SHE));

        assertThat(found.orElseThrow().profile().name()).isEqualTo("A");
    }

    private static Note note(String id) {
        return new Note(id, AT, "camille", "Prefers a quiet word");
    }

    private static Written.Done done(Written written) {
        assertThat(written).isInstanceOf(Written.Done.class);
        return (Written.Done) written;
    }
}
