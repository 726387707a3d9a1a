package io.overture.desk;

import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.RedisServer;
import io.overture.store.Lanes;
import io.overture.store.Stores;
import io.overture.visitor.Due;
import io.overture.visitor.Message;
import io.overture.visitor.Request;
import io.overture.visitor.Stage;
import io.overture.visitor.VisitorKey;
import io.vertx.redis.client.Command;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisDeskInboxTest {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));
    private static final VisitorKey ANOTHER = VisitorKey.of("demo", "w".repeat(22));

    private static RedisServer redis;
    private static Stores stores;
    private static Lanes lanes;
    private static RedisDeskInbox inbox;

    @BeforeAll
    static void open() {
        redis = RedisServer.start();
        stores = new Stores();
        lanes = stores.lanes(redis.url());
        inbox = new RedisDeskInbox(lanes);
    }

    @AfterAll
    static void close() throws Exception {
        stores.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        ask(lanes, Command.FLUSHALL);
    }

    @Test
    void the_heaviest_comes_first_whoever_came_first() {
        get(inbox.tell(SHE, wanted("light", "100")));
        get(inbox.tell(ANOTHER, wanted("heavy", "22500.50")));
        get(inbox.tell(SHE, alert("middle", "5000")));

        var waiting = get(inbox.waiting("demo", 10));

        assertThat(waiting)
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"id\":\"heavy\""),
                        second -> assertThat(second).contains("\"type\":\"alert\""),
                        third -> assertThat(third).contains("\"id\":\"light\""));
    }

    @Test
    void no_more_are_shown_than_asked_for() {
        get(inbox.tell(SHE, wanted("light", "100")));
        get(inbox.tell(SHE, wanted("heavy", "200")));

        var waiting = get(inbox.waiting("demo", 1));

        assertThat(waiting).singleElement().asString().contains("heavy");
    }

    @Test
    void told_twice_is_told_once_even_when_it_has_been_taken_meanwhile() {
        get(inbox.tell(SHE, wanted("one", "100")));
        ask(lanes, Command.ZREM, "ov:{desk:demo}:waiting", "one");

        get(inbox.tell(SHE, wanted("one", "100")));

        assertThat(get(inbox.waiting("demo", 10))).isEmpty();
    }

    @Test
    void what_she_wrote_is_heard_once_and_in_order() {
        get(inbox.tell(SHE, wrote("m1", "Good evening")));
        get(inbox.tell(SHE, wrote("m2", "Is it in stock?")));
        get(inbox.tell(SHE, wrote("m1", "Good evening")));

        var said = get(inbox.said("demo", "conversation"));

        assertThat(said)
                .containsExactly(
                        "{\"id\":\"m1\",\"text\":\"Good evening\",\"at\":1764000000000}",
                        "{\"id\":\"m2\",\"text\":\"Is it in stock?\",\"at\":1764000000000}");
    }

    @Test
    void forgetting_her_forgets_all_of_hers_and_nothing_of_others() {
        get(inbox.tell(SHE, wanted("conversation", "100")));
        get(inbox.tell(SHE, wrote("m1", "Good evening")));
        get(inbox.tell(SHE, alert("moment", "50")));
        get(inbox.tell(ANOTHER, wanted("theirs", "10")));

        get(inbox.tell(SHE, new Due.Forget("f")));

        assertThat(get(inbox.waiting("demo", 10))).singleElement().asString().contains("theirs");
        assertThat(get(inbox.said("demo", "conversation"))).isEmpty();
        assertThat(ask(lanes, Command.GET, "ov:{desk:demo}:task:conversation").toString())
                .isEmpty();
    }

    @Test
    void a_telling_that_was_under_way_does_not_bring_back_what_is_forgotten() {
        get(inbox.tell(SHE, wanted("one", "100")));
        get(inbox.tell(SHE, new Due.Forget("f")));

        get(inbox.tell(SHE, wanted("one", "100")));

        assertThat(get(inbox.waiting("demo", 10))).isEmpty();
    }

    @Test
    void sites_have_desks_of_their_own() {
        get(inbox.tell(SHE, wanted("one", "100")));

        var elsewhere = get(inbox.waiting("other", 10));

        assertThat(elsewhere).isEmpty();
    }

    @Test
    void nothing_is_kept_for_good() {
        get(inbox.tell(SHE, wanted("one", "100")));
        get(inbox.tell(SHE, wrote("m1", "Good evening")));

        var keys = ask(lanes, Command.KEYS, "*");

        assertThat(keys)
                .hasSize(6)
                .allSatisfy(key -> assertThat(ask(lanes, Command.PTTL, key).toLong())
                        .isBetween(1L, RedisDeskInbox.LIFETIME.toMillis()));
    }

    @Test
    void places_in_line_go_when_the_task_has_gone() {
        get(inbox.tell(SHE, wanted("old", "100")));
        ask(lanes, Command.ZADD, "ov:{desk:demo}:ages", 1, "old");
        ask(lanes, Command.DEL, "ov:{desk:demo}:task:old");

        get(inbox.tell(SHE, wanted("new", "10")));

        assertThat(ask(lanes, Command.ZCARD, "ov:{desk:demo}:waiting").toLong()).isEqualTo(1);
        assertThat(get(inbox.waiting("demo", 10))).singleElement().asString().contains("new");
    }

    private static Due wanted(String id, String weight) {
        var request = new Request("reassurance", "W-100", List.of("chat", "call"), "fr", new BigDecimal(weight));
        return new Due.Wanted("wanted:" + id, id, 0, new Stage.Waiting(AT, AT, 0, null, null), request, null, "vic");
    }

    private static Due alert(String id, String weight) {
        return new Due.Alert(id, "from-the-press", null, "fr", null, null, new BigDecimal(weight), AT);
    }

    private static Due wrote(String id, String text) {
        return new Due.Said(id, "conversation", new Message(id, 1, Message.Author.VISITOR, null, text, AT));
    }
}
