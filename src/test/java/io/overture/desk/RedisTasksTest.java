package io.overture.desk;

import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.desk.Task.Kind;
import io.overture.desk.Task.Owner;
import io.overture.desk.Task.State;
import io.overture.store.EmptyRedis;
import io.overture.visitor.VisitorKey;
import io.vertx.redis.client.Command;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisTasksTest {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Owner CAMILLE = Owner.advisor("camille");
    private static final Owner PARIS = Owner.desk("paris");
    private static final VisitorKey VISITOR = VisitorKey.of("demo", "v".repeat(22));

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final RedisTasks tasks = new RedisTasks(REDIS.lanes(), InstantSource.system());

    @Test
    void the_heaviest_comes_first_of_all_the_lists_asked_for() {
        get(tasks.add(task("light", CAMILLE, "10.5", "c-1")));
        get(tasks.add(task("heavy", PARIS, "22500", "c-2")));
        get(tasks.add(task("elsewhere", Owner.desk("tokyo"), "99999", "c-3")));

        var list = get(tasks.of(List.of(CAMILLE, PARIS), 10));

        assertThat(list).containsExactly(task("heavy", PARIS, "22500", "c-2"), task("light", CAMILLE, "10.5", "c-1"));
    }

    @Test
    void an_advisor_and_a_desk_of_the_same_name_have_lists_of_their_own() {
        get(tasks.add(task("hers", Owner.advisor("paris"), "1", null)));

        var list = get(tasks.of(List.of(PARIS), 10));

        assertThat(list).isEmpty();
    }

    @Test
    void raised_twice_is_raised_once() {
        get(tasks.add(task("one", CAMILLE, "1", null)));

        var again = get(tasks.add(task("one", CAMILLE, "7", null)));

        assertThat(again).isFalse();
        assertThat(get(tasks.of(List.of(CAMILLE), 10))).containsExactly(task("one", CAMILLE, "1", null));
    }

    @Test
    void what_is_settled_is_off_the_list_and_does_not_come_back() {
        get(tasks.add(task("one", CAMILLE, "1", null)));

        var settled = get(tasks.settle("one", "camille", State.DONE, "She was glad"));

        get(tasks.add(task("one", CAMILLE, "7", null)));
        assertThat(settled).hasValueSatisfying(task -> {
            assertThat(task.state()).isEqualTo(State.DONE);
            assertThat(task.settledBy()).isEqualTo("camille");
            assertThat(task.note()).isEqualTo("She was glad");
        });
        assertThat(get(tasks.of(List.of(CAMILLE), 10))).isEmpty();
    }

    @Test
    void the_first_word_counts() {
        get(tasks.add(task("one", PARIS, "1", null)));
        get(tasks.settle("one", "camille", State.DONE, null));

        var second = get(tasks.settle("one", "kenji", State.DISMISSED, null));

        assertThat(second.orElseThrow().settledBy()).isEqualTo("camille");
    }

    @Test
    void what_nobody_knows_cannot_be_settled() {
        var settled = get(tasks.settle("nothing", "camille", State.DONE, null));

        assertThat(settled).isEmpty();
    }

    @Test
    void forgetting_a_client_forgets_all_about_her_and_nothing_of_others() {
        get(tasks.add(task("open", CAMILLE, "1", "c-1")));
        get(tasks.add(task("settled", CAMILLE, "2", "c-1")));
        get(tasks.settle("settled", "camille", State.DONE, null));
        get(tasks.add(task("another's", CAMILLE, "3", "c-2")));

        var forgotten = get(tasks.forget("c-1"));
        var again = get(tasks.forget("c-1"));

        assertThat(forgotten.count()).isEqualTo(2);
        assertThat(forgotten.tasks())
                .containsExactlyInAnyOrder(
                        new Tasks.Forgotten("open", CAMILLE), new Tasks.Forgotten("settled", CAMILLE));
        assertThat(again).isEqualTo(new Tasks.Forgetting(0, forgotten.tasks()));
        assertThat(get(tasks.of(List.of(CAMILLE), 10))).extracting(Task::id).containsExactly("another's");
        assertThat(get(tasks.find("settled"))).isEmpty();
        assertThat(get(tasks.add(task("open", CAMILLE, "1", "c-1")))).isFalse();
        assertThat(get(tasks.add(task("under way", CAMILLE, "1", "c-1")))).isFalse();
    }

    @Test
    void forgetting_a_visitor_forgets_all_about_her() {
        get(tasks.add(task("hers", CAMILLE, "1", null)));

        get(tasks.forget(VISITOR));

        assertThat(get(tasks.of(List.of(CAMILLE), 10))).isEmpty();
    }

    @Test
    void a_list_is_bounded_and_the_lightest_goes() {
        IntStream.rangeClosed(0, RedisTasks.MOST)
                .forEach(i -> get(tasks.add(task("t" + i, CAMILLE, "" + (i + 1), null))));

        var list = get(tasks.of(List.of(CAMILLE), 2 * RedisTasks.MOST));

        assertThat(list).hasSize(RedisTasks.MOST).noneMatch(task -> task.id().equals("t0"));
    }

    @Test
    void what_was_promised_stays_whatever_strangers_claim_or_are_promised() {
        get(tasks.add(promise("promised", "1", null)));
        IntStream.rangeClosed(0, RedisTasks.MOST + 20)
                .forEach(i -> get(tasks.add(task("t" + i, CAMILLE, "" + (i + 1_000_000), null))));
        IntStream.rangeClosed(0, 2_001).forEach(i -> get(tasks.add(promise("p" + i, "999999", null))));

        var list = get(tasks.of(List.of(CAMILLE), 10_000));

        assertThat(list).hasSize(RedisTasks.MOST + 2_003).extracting(Task::id).contains("promised", "p0", "p2001");
    }

    @Test
    void of_strangers_who_were_promised_something_the_oldest_comes_first_and_claims_come_last() {
        get(tasks.add(task("claimed", CAMILLE, "999999999", null)));
        get(tasks.add(promise("second", "99999", null, AT.plusSeconds(1))));
        get(tasks.add(promise("first", "1", null, AT)));

        var list = get(tasks.of(List.of(CAMILLE), 10));

        assertThat(list).extracting(Task::id).containsExactly("first", "second", "claimed");
    }

    @Test
    void of_clients_whom_the_book_values_more_comes_first_whatever_is_claimed() {
        get(tasks.add(standing("client", "999999", "1.5")));
        get(tasks.add(standing("vic", "10", "3.0")));
        get(tasks.add(standing("heavier vic", "11", "3.0")));

        var list = get(tasks.of(List.of(CAMILLE), 10));

        assertThat(list).extracting(Task::id).containsExactly("heavier vic", "vic", "client");
    }

    @Test
    void what_the_release_before_kept_of_a_promise_is_one() {
        get(tasks.add(promise("promised", "1", null)));
        var before = ask(REDIS.lanes(), Command.GET, "ov:{desk}:task2:promised")
                .toString()
                .replace("\"title\":\"delivered\"", "\"title\":\"promised\"")
                .replaceAll(",\"(standing|promised)\":\"[^\"]*\"", "");
        ask(REDIS.lanes(), Command.SET, "ov:{desk}:task2:promised", before);

        var read = get(tasks.find("promised")).orElseThrow();

        assertThat(read.isPromised()).isTrue();
        assertThat(read.standing()).isZero();
    }

    @Test
    void what_is_known_goes_before_what_is_claimed() {
        get(tasks.add(task("claimed", CAMILLE, "999999999", null)));
        get(tasks.add(task("known", CAMILLE, "10", "c-1")));

        var list = get(tasks.of(List.of(CAMILLE), 10));

        assertThat(list).extracting(Task::id).containsExactly("known", "claimed");
    }

    @Test
    void no_more_are_shown_than_asked_for() {
        get(tasks.add(task("light", CAMILLE, "1", null)));
        get(tasks.add(task("heavy", CAMILLE, "2", null)));

        var list = get(tasks.of(List.of(CAMILLE), 1));

        assertThat(list).extracting(Task::id).containsExactly("heavy");
    }

    @Test
    void a_task_whose_life_is_over_leaves_no_place_in_line() {
        get(tasks.add(task("old", CAMILLE, "1", null)));
        ask(REDIS.lanes(), Command.DEL, "ov:{desk}:task2:old");

        var list = get(tasks.of(List.of(CAMILLE), 10));

        assertThat(list).isEmpty();
        assertThat(ask(REDIS.lanes(), Command.EXISTS, "ov:{desk}:tasks:advisor:camille")
                        .toInteger())
                .isZero();
    }

    @Test
    void nothing_is_kept_for_good_and_no_key_has_a_clients_id() {
        get(tasks.add(task("one", CAMILLE, "1", "c-1")));
        get(tasks.forget("c-9"));

        var keys = REDIS.keys("*");

        assertThat(keys).hasSize(6).allSatisfy(key -> {
            assertThat(key.toString()).startsWith("ov:{desk}:").doesNotContain("c-1", "c-9");
            assertThat(ask(REDIS.lanes(), Command.PTTL, key).toLong()).isBetween(1L, RedisTasks.LIFETIME.toMillis());
        });
    }

    private static Task promise(String id, String weight, @Nullable String client) {
        return promise(id, weight, client, AT);
    }

    private static Task promise(String id, String weight, @Nullable String client, Instant at) {
        return task(id, Kind.CALL_BACK, weight, client, "0", true, at);
    }

    private static Task standing(String id, String weight, String standing) {
        return task(id, Kind.FOLLOW_UP, weight, "c-" + id, standing, false, AT);
    }

    private static Task task(String id, Owner owner, String weight, @Nullable String client) {
        return new Task(
                id,
                Kind.FOLLOW_UP,
                "delivered",
                owner,
                client,
                VISITOR.handle().value(),
                VISITOR.site(),
                "W-100",
                null,
                AT,
                AT.plusSeconds(60),
                new BigDecimal(weight),
                client == null ? BigDecimal.ZERO : BigDecimal.ONE,
                false,
                State.OPEN,
                null,
                false);
    }

    private static Task task(
            String id,
            Kind kind,
            String weight,
            @Nullable String client,
            String standing,
            boolean isPromised,
            Instant at) {
        return new Task(
                id,
                kind,
                "delivered",
                CAMILLE,
                client,
                VISITOR.handle().value(),
                VISITOR.site(),
                "W-100",
                null,
                at,
                null,
                new BigDecimal(weight),
                new BigDecimal(standing),
                isPromised,
                State.OPEN,
                null,
                false);
    }
}
