package io.overture.desk;

import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.client.ClientRecord;
import io.overture.client.Erasure.Kind;
import io.overture.engine.Effect;
import io.overture.engine.Happenings;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.store.EmptyRedis;
import io.overture.visitor.Beacon;
import io.overture.visitor.Client;
import io.overture.visitor.Consent;
import io.overture.visitor.Due;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.vertx.redis.client.Command;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client is erased by her id at one node, having been at several browsers by way of another. */
class ErasingTest {

    private static final String SHE = Evening.HELENE.id();
    private static final Client ANOTHER = new Client("c-2", null, List.of(), "en");

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private Evening evening;
    private Evening elsewhere;

    @BeforeEach
    void begin() {
        evening = new Evening(REDIS.stores(), REDIS.lanes(), Evening.HOUSE);
        elsewhere = new Evening(REDIS.stores(), REDIS.lanes(), Evening.HOUSE);
        evening.comes("camille");
    }

    @AfterEach
    void over() {
        evening.close();
        elsewhere.close();
    }

    @Test
    void her_browsers_conversations_and_tasks_go_and_nothing_of_others() {
        var home = evening.visitor("at home", Evening.HELENE);
        var away = elsewhere.visitor("on the road", Evening.HELENE);
        var stranger = evening.visitor("stranger");
        talks(evening, home, "talk-1", false);
        talks(elsewhere, away, "talk-2", true);
        talks(evening, stranger, "talk-3", false);
        get(evening.tasks.add(task("hers", SHE)));
        get(evening.tasks.add(task("another's", ANOTHER.id())));
        var pages = new CopyOnWriteArrayList<Effect.ForHer>();
        elsewhere.node.hears(pages::add);

        var erased = get(elsewhere.inbox.erasing().forgetClient(SHE));

        assertThat(erased.of(Kind.BROWSERS)).isEqualTo(2);
        assertThat(erased.of(Kind.CONVERSATIONS)).isEqualTo(2);
        assertThat(erased.of(Kind.TASKS)).isEqualTo(1);
        assertThat(value(home).memory()).isEqualTo(Visitor.NOBODY.memory());
        assertThat(value(away).memory()).isEqualTo(Visitor.NOBODY.memory());
        assertThat(pages).anyMatch(Effect.Stands.class::isInstance);
        for (var talk : List.of("talk-1", "talk-2")) {
            assertThat(get(evening.inbox.calls().find(talk))).isEmpty();
            assertThat(get(evening.inbox.transcripts().since(talk, null, 0)).lines())
                    .isEmpty();
        }
        elsewhere.awaitTold(
                "camille",
                "task",
                task -> task.path("id").asText().equals("hers")
                        && task.path("gone").asBoolean());
        elsewhere.awaitTold(
                "camille",
                "talk",
                talk -> talk.path("conversation").asText().equals("talk-1")
                        && talk.path("state").asText().equals("ended"));
        elsewhere.awaitSettled(home);
        elsewhere.awaitSettled(away);
        assertThat(REDIS.keys("ov:client:*:browsers")).isEmpty();
        assertThat(REDIS.keys("ov:{desk}:with:*")).isEmpty();
        assertThat(get(evening.inbox.calls().find("talk-3"))).isPresent();
        assertThat(value(stranger).memory().journalId()).isNotEmpty();
        assertThat(get(evening.tasks.of(List.of(Task.Owner.advisor("camille")), 10)))
                .extracting(Task::id)
                .containsExactly("another's");
    }

    @Test
    void a_second_erasure_counts_only_what_it_erases() {
        get(evening.tasks.add(task("hers", SHE)));
        var first = get(evening.inbox.erasing().forgetClient(SHE));

        var second = get(elsewhere.inbox.erasing().forgetClient(SHE));

        assertThat(first.of(Kind.TASKS)).isEqualTo(1);
        assertThat(second.of(Kind.TASKS)).isZero();
    }

    /** The other node still has her at hand. */
    @Test
    void what_comes_late_from_an_open_page_brings_nothing_back() {
        var home = evening.visitor("at home", Evening.HELENE);
        evening.awaitSettled(home);
        var before = Instant.now();
        get(elsewhere.inbox.erasing().forgetClient(SHE));
        var standing = new Beacon.Standing(new Consent(true, true), Evening.HELENE, null);
        var view = Happenings.view(before, Happenings.piece("W-100", "watches", 12_500));

        var receipt = evening.happens(
                home, new Input.Arrived(new Beacon("p1", 1, "s", standing, List.of(view)), Evening.PAGE));

        assertThat(receipt).isEqualTo(Receipt.WITHHELD);
        assertThat(value(home).memory()).isEqualTo(Visitor.NOBODY.memory());
    }

    @Test
    void asked_again_after_a_node_died_half_way_it_finishes() {
        var home = evening.visitor("at home", Evening.HELENE);
        var away = evening.visitor("on the road", Evening.HELENE);
        evening.awaitSettled(home);
        evening.awaitSettled(away);
        talks(evening, home, "talk-1", false);
        get(evening.inbox.erasing().forget(home));
        evening.happens(away, new Input.Erased(SHE));

        var erased = get(elsewhere.inbox.erasing().forgetClient(SHE));
        var again = get(elsewhere.inbox.erasing().forgetClient(SHE));

        assertThat(erased.of(Kind.BROWSERS)).isEqualTo(1);
        assertThat(value(home).memory()).isEqualTo(Visitor.NOBODY.memory());
        assertThat(again.of(Kind.BROWSERS)).isZero();
    }

    @Test
    void a_browser_told_only_after_she_was_erased_is_erased() {
        var home = evening.visitor("at home", Evening.HELENE);
        evening.awaitSettled(home);
        ask(
                REDIS.lanes(),
                Command.SET,
                "ov:client:{" + ClientRecord.digest(SHE) + "}:erased",
                System.currentTimeMillis());

        get(evening.inbox.told().tell(home, new Due.Recognised("late", SHE, evening.clock.instant())));

        assertThat(value(home).memory()).isEqualTo(Visitor.NOBODY.memory());
    }

    @Test
    void a_browser_at_which_somebody_else_is_stays_and_what_was_said_with_her_goes() {
        var shared = evening.visitor("shared", Evening.HELENE);
        talks(evening, shared, "talk-1", true);
        greets(shared, "s2", new Consent(true, true), ANOTHER);
        talks(evening, shared, "talk-2", false);

        var erased = get(elsewhere.inbox.erasing().forgetClient(SHE));

        assertThat(erased.of(Kind.BROWSERS)).isZero();
        assertThat(erased.of(Kind.CONVERSATIONS)).isEqualTo(1);
        assertThat(value(shared).memory().clientId()).isEqualTo(ANOTHER.id());
        assertThat(get(evening.inbox.calls().find("talk-1"))).isEmpty();
        assertThat(get(evening.inbox.transcripts().since("talk-1", null, 0)).lines())
                .isEmpty();
        assertThat(get(evening.inbox.calls().find("talk-2"))).isPresent();
    }

    @Test
    void nothing_says_whose_a_browser_was_once_she_does_not_wish_to_be_known() {
        var home = evening.visitor("at home", Evening.HELENE);
        talks(evening, home, "talk-1", true);

        greets(home, "s", new Consent(true, false), Evening.HELENE);
        evening.awaitSettled(home);

        assertThat(REDIS.keys("ov:client:*:browsers")).isEmpty();
        assertThat(REDIS.keys("ov:{desk}:with:*")).isEmpty();
        assertThat(get(evening.inbox.calls().find("talk-1")).orElseThrow().client())
                .isNull();
    }

    private static void talks(Evening at, VisitorKey who, String conversation, boolean ends) {
        at.asks(who, conversation);
        at.claims(who, conversation, "camille");
        at.writes(who, conversation, "m-1", "My name is Hélène");
        if (ends) {
            at.happens(who, new Input.Finished(conversation, "camille", false));
        }
        at.awaitSettled(who);
    }

    private void greets(VisitorKey who, String session, Consent consent, @Nullable Client client) {
        evening.ahead.addAndGet(2_000);
        evening.happens(who, new Input.Greeted(Evening.PAGE, session, new Beacon.Standing(consent, client, null)));
        evening.awaitSettled(who);
    }

    private Visitor value(VisitorKey key) {
        return get(evening.node.flow.look(key)).orElse(Visitor.NOBODY);
    }

    private static Task task(String id, String client) {
        return new Task(
                id,
                Task.Kind.FOLLOW_UP,
                "delivered",
                Task.Owner.advisor("camille"),
                client,
                null,
                null,
                null,
                null,
                Instant.now(),
                null,
                BigDecimal.TEN,
                BigDecimal.ONE,
                false,
                Task.State.OPEN,
                null,
                false);
    }
}
