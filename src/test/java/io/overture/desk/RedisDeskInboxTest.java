package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.store.EmptyRedis;
import io.overture.visitor.Tab;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of what the flow tells the desk, from the first ring to the end. */
class RedisDeskInboxTest {

    private static final Duration RING = Duration.ofSeconds(12);

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private Evening evening;

    @BeforeEach
    void empty() {
        evening = new Evening(REDIS.stores(), REDIS.lanes(), Evening.HOUSE);
    }

    @AfterEach
    void over() {
        evening.close();
    }

    @Test
    void it_rings_at_her_own_advisor_then_at_three_then_at_all() {
        evening.profiles.put("c-1", OwnAdvisors.ownedBy("bruno"));
        List.of("camille", "kenji", "anna", "bruno").forEach(evening::comes);
        var she = evening.visitor("helene", Evening.HELENE);

        evening.asks(she, "talk-1");
        evening.awaitTold("bruno", "ring", ring -> ring.path("yours").asBoolean());
        assertThat(rungAt("talk-1")).containsExactly("bruno");

        evening.later(she, RING);
        await().atMost(Evening.PATIENCE).until(() -> rungAt("talk-1").size() == 3);

        evening.later(she, RING);
        await().atMost(Evening.PATIENCE).until(() -> rungAt("talk-1").size() == 4);
        assertThat(evening.told("bruno", "ring")).allSatisfy(ring -> {
            assertThat(ring.path("conversation").asText()).isEqualTo("talk-1");
            assertThat(ring.path("tier").asText()).isEqualTo("vic");
        });
    }

    @Test
    void who_claims_first_has_it_and_the_others_hear_who() {
        List.of("camille", "kenji").forEach(evening::comes);
        var she = evening.visitor("stranger");
        evening.asks(she, "talk-1");
        evening.awaitTold("kenji", "ring", any -> true);
        evening.writes(she, "talk-1", "m-1", "Good evening");

        var first = evening.claims(she, "talk-1", "camille");
        var second = evening.claims(she, "talk-1", "kenji");

        assertThat(List.of(first, second)).containsExactly(Receipt.TAKEN, Receipt.OUTDONE);
        evening.awaitTold(
                "kenji",
                "unring",
                unring -> unring.path("reason").asText().equals("claimed")
                        && unring.path("by").asText().equals("CAMILLE"));
        evening.awaitTold(
                "camille",
                "talk",
                talk -> talk.path("state").asText().equals("joined")
                        && talk.path("messages").path(0).path("text").asText().equals("Good evening"));
        assertThat(get(evening.inbox.calls().attendedBy("camille"))).containsExactly("talk-1");
        assertThat(get(evening.inbox.calls().ringing("kenji"))).isEmpty();
        assertThat(evening.told("kenji", "talk")).isEmpty();
        assertThat(get(evening.slots.presence().read()).of("camille").taken()).isEqualTo(1);
    }

    @Test
    void what_she_writes_reaches_the_advisor_who_attends_and_nobody_else() {
        List.of("camille", "kenji").forEach(evening::comes);
        var she = evening.visitor("stranger");
        evening.asks(she, "talk-1");
        evening.claims(she, "talk-1", "camille");
        evening.awaitSettled(she);

        evening.writes(she, "talk-1", "m-1", "Is it in stock?");
        evening.happens(she, new Input.Spoke("talk-1", "camille", "a-1", "It is."));
        evening.happens(she, new Input.Typed(new Tab("node-1", "page"), "talk-1"));

        evening.awaitTold(
                "camille",
                "message",
                message -> message.path("offset").asInt() == 2
                        && message.path("by").asText().equals("camille"));
        evening.awaitTold("camille", "typing", any -> true);
        assertThat(texts("camille")).contains("Is it in stock?", "It is.");
        assertThat(evening.told("kenji", "message")).isEmpty();
    }

    @Test
    void another_visitor_s_request_of_the_same_id_is_no_part_of_it() {
        evening.comes("camille");
        var she = evening.visitor("stranger");
        evening.asks(she, "talk-1");
        evening.claims(she, "talk-1", "camille");
        evening.awaitSettled(she);

        var other = evening.visitor("another");
        evening.asks(other, "talk-1");
        evening.writes(other, "talk-1", "m-1", "Who are you?");
        evening.awaitSettled(other);

        assertThat(get(evening.inbox.calls().find("talk-1")).orElseThrow().about())
                .isEqualTo(she);
        assertThat(get(evening.inbox.transcripts().since("talk-1", null, 0)).lines())
                .isEmpty();
    }

    @Test
    void a_transfer_rings_at_whom_it_is_meant_for_with_the_note_and_takes_it_from_who_had_it() {
        List.of("camille", "kenji").forEach(evening::comes);
        var she = evening.visitor("stranger");
        evening.asks(she, "talk-1");
        evening.claims(she, "talk-1", "camille");
        evening.awaitSettled(she);
        get(evening.inbox.calls().note("talk-1", "camille", "She looks for a gift"));

        evening.happens(she, new Input.Transferred("talk-1", "camille", "kenji"));

        evening.awaitTold(
                "kenji",
                "ring",
                ring -> ring.path("turn").asInt() == 1
                        && ring.path("transferred").path("note").asText().equals("She looks for a gift"));
        evening.awaitTold("camille", "talk", talk -> talk.path("state").asText().equals("handed"));
        assertThat(rungAt("talk-1")).containsExactly("kenji");
        assertThat(get(evening.inbox.calls().attendedBy("camille"))).isEmpty();
        assertThat(evening.claims(she, "talk-1", "kenji")).isEqualTo(Receipt.TAKEN);
        evening.awaitTold(
                "kenji", "talk", talk -> talk.path("messages").toString().contains("gift"));
        evening.awaitSettled(she);
        assertThat(get(evening.slots.presence().read()).of("camille").taken()).isZero();
    }

    @Test
    void an_advisor_who_is_gone_is_relieved() {
        List.of("camille", "kenji").forEach(evening::comes);
        var she = evening.visitor("stranger");
        evening.asks(she, "talk-1");
        evening.claims(she, "talk-1", "camille");
        evening.awaitSettled(she);
        evening.happens(she, new Input.Spoke("talk-1", "camille", "a-1", "Good evening"));
        evening.goes("camille");
        evening.later(she, Presence.LEASE.plusSeconds(1));
        get(evening.inbox.watch().look());

        evening.later(she, Watch.TOO_LONG.minusSeconds(5));
        get(evening.inbox.watch().look());
        assertThat(evening.conversation(she).isAttendedBy("camille")).isTrue();
        evening.later(she, Duration.ofSeconds(5));
        get(evening.inbox.watch().look());

        evening.awaitTold("kenji", "ring", ring -> ring.path("turn").asInt() == 1);
        assertThat(rungAt("talk-1")).containsExactly("kenji");
    }

    @Test
    void the_end_is_told_remembered_and_kept_with_its_effort() {
        evening.comes("camille");
        var she = evening.visitor("helene", Evening.HELENE);
        evening.asks(she, "talk-1");
        evening.claims(she, "talk-1", "camille");
        evening.awaitSettled(she);

        evening.happens(she, new Input.Finished("talk-1", "camille", false));

        evening.awaitTold(
                "camille",
                "talk",
                talk -> talk.path("state").asText().equals("ended")
                        && !talk.path("full").asBoolean());
        evening.awaitSettled(she);
        assertThat(evening.remembered).containsExactly("c-1 talk-1 camille");
        assertThat(get(evening.inbox.calls().attendedBy("camille"))).isEmpty();
        assertThat(get(evening.inbox.calls().find("talk-1"))).isPresent();
        assertThat(ask(REDIS.lanes(), Command.HGET, "ov:{desk}:call:talk-1", "effort")
                        .toString())
                .contains("\"calls\":0");
        assertThat(get(evening.slots.presence().read()).of("camille").taken()).isZero();
    }

    @Test
    void whatever_is_told_again_after_a_crash_is_done_once() {
        evening.comes("camille");
        evening.profiles.put("c-1", OwnAdvisors.ownedBy("camille"));
        var she = evening.visitor("helene", Evening.HELENE);
        evening.losses.set(3);

        evening.asks(she, "talk-1");
        evening.writes(she, "talk-1", "m-1", "Good evening");
        evening.claims(she, "talk-1", "camille");
        evening.writes(she, "talk-1", "m-2", "Is it in stock?");
        evening.losses.addAndGet(3);
        evening.happens(she, new Input.Finished("talk-1", "camille", false));
        evening.awaitSettled(she);

        assertThat(evening.losses.get()).isZero();
        assertThat(get(evening.inbox.transcripts().since("talk-1", null, 0)).lines())
                .extracting(Transcript.Line::text)
                .containsExactly("Good evening", "Is it in stock?");
        assertThat(get(evening.inbox.calls().attendedBy("camille"))).isEmpty();
        assertThat(get(evening.inbox.calls().ringing("camille"))).isEmpty();
        assertThat(get(evening.slots.presence().read()).of("camille").taken()).isZero();
        assertThat(tasks(Task.Owner.advisor("camille"))).isEmpty();
        assertThat(evening.remembered).containsOnly("c-1 talk-1 camille");
    }

    @Test
    void erased_is_everything_of_hers_and_nothing_of_others() {
        evening.comes("camille");
        var she = evening.visitor("stranger");
        var another = evening.visitor("another");
        evening.asks(she, "talk-1");
        evening.asks(another, "talk-2");
        evening.claims(she, "talk-1", "camille");
        evening.writes(she, "talk-1", "m-1", "My name is Ada");
        evening.awaitSettled(she);
        evening.awaitSettled(another);

        evening.happens(she, new Input.Erased());

        evening.awaitTold(
                "camille",
                "talk",
                talk -> talk.path("full").asBoolean()
                        && talk.path("state").asText().equals("ended"));
        await().atMost(Evening.PATIENCE)
                .until(() -> get(evening.inbox.calls().find("talk-1")).isEmpty());
        assertThat(get(evening.inbox.transcripts().since("talk-1", null, 0)).lines())
                .isEmpty();
        assertThat(get(evening.inbox.calls().attendedBy("camille"))).isEmpty();
        assertThat(get(evening.inbox.calls().find("talk-2"))).isPresent();
        await().atMost(Evening.PATIENCE)
                .until(() -> get(evening.slots.presence().read()).of("camille").taken() == 0);
    }

    @Test
    void nothing_of_a_conversation_is_kept_for_good() {
        evening.comes("camille");
        var she = evening.visitor("stranger");
        evening.asks(she, "talk-1");
        evening.claims(she, "talk-1", "camille");
        evening.writes(she, "talk-1", "m-1", "Good evening");
        evening.happens(she, new Input.Finished("talk-1", "camille", false));
        evening.awaitSettled(she);

        var keys = REDIS.keys("ov:{desk}:*talk-1*");

        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(
                        key -> assertThat(ask(REDIS.lanes(), Command.PTTL, key).toLong())
                                .isPositive());
    }

    private List<String> texts(String advisor) {
        return evening.told(advisor, "message").stream()
                .map((JsonNode message) -> message.path("text").asText())
                .toList();
    }

    private List<Task> tasks(Task.Owner owner) {
        return get(evening.tasks.of(List.of(owner), 10));
    }

    private Set<String> rungAt(String conversation) {
        return get(evening.inbox.calls().find(conversation)).map(Call::rung).orElse(Set.of());
    }
}
