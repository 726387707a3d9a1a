package io.overture.advisor;

import static io.overture.advisor.Parlour.HELLO;
import static io.overture.advisor.Parlour.HER;
import static io.overture.advisor.Parlour.NOW;
import static io.overture.advisor.Parlour.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.desk.Here;
import io.overture.desk.Standing;
import io.overture.desk.Task;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.visitor.Notice;
import io.overture.visitor.Tab;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an advisor does outside of conversations. */
class ErrandsTest {

    private static final String INVITE = "{'type': 'invite', 'ref': 'r1', 'site': 'demo', 'handle': '"
            + HER.handle().value() + "'%s}";

    private final Parlour parlour = new Parlour();
    private final FakeDesk desk = parlour.desk;
    private final Parlour.Open console = parlour.opens("camille").says(HELLO);

    @Test
    void she_invites_in_person_whom_she_sees() {
        isHere();

        console.says(INVITE.formatted(""));

        assertThat(desk.inputs).singleElement().isInstanceOfSatisfying(Input.Invited.class, invited -> {
            assertThat(invited.by().name()).isEqualTo("Madame camille");
            assertThat(invited.channels()).containsExactly("chat", "video");
        });
        assertThat(console.last()).isEqualTo(json("{'type': 'ack', 'ref': 'r1'}"));
    }

    @Test
    void with_the_invitation_goes_which_pages_have_just_been_closed() {
        isHere();
        desk.closed = List.of(new Tab("n2", "closed"));

        console.says(INVITE.formatted(""));

        assertThat(desk.inputs)
                .singleElement()
                .isInstanceOfSatisfying(
                        Input.Invited.class,
                        invited -> assertThat(invited.closed()).isEqualTo(desk.closed));
    }

    @Test
    void said_again_it_is_the_same_invitation() {
        isHere();

        console.says(INVITE.formatted(""), INVITE.formatted(""));

        assertThat(desk.inputs).hasSize(2);
        assertThat(desk.inputs.getFirst()).isEqualTo(desk.inputs.getLast());
    }

    @Test
    void whom_she_does_not_see_she_does_not_invite() {
        console.says(INVITE.formatted(""));

        assertThat(console.last().path("code").asText()).isEqualTo("unknown");
        assertThat(desk.inputs).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AVAILABLE, 3", "BUSY, 0", "AWAY, 0"})
    void without_a_hand_free_she_does_not_invite(Standing.State state, int taken) {
        isHere();
        desk.stands(state, taken);

        console.says(INVITE.formatted(""));

        assertThat(console.last().path("code").asText()).isEqualTo("busy");
        assertThat(desk.inputs).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIMITED, limits", "UNREACHABLE, unreachable"})
    void the_same_limits_hold_for_her(Receipt receipt, String code) {
        isHere();
        desk.answers = input -> Uni.createFrom().item(receipt);

        console.says(INVITE.formatted(", 'channel': 'chat'"));

        assertThat(console.last().path("code").asText()).isEqualTo(code);
    }

    @Test
    void a_channel_that_is_not_hers() {
        console.says(INVITE.formatted(", 'channel': 'call'"));

        assertThat(console.last().at("/errors/0/pointer").asText()).isEqualTo("/channel");
    }

    @Test
    void her_list_is_her_own_tasks_and_her_desks() {
        raise("hers", Task.Owner.advisor("camille"));
        raise("of the desk", Task.Owner.desk("paris"));
        raise("of kenji", Task.Owner.advisor("kenji"));

        console.says("{'type': 'tasks', 'ref': 'r1'}");

        var list = console.hears().get(console.hears().size() - 2);
        assertThat(list.path("tasks").findValuesAsText("id")).containsExactly("hers", "of the desk");
        assertThat(console.last()).isEqualTo(json("{'type': 'ack', 'ref': 'r1'}"));
    }

    @Test
    void a_task_of_the_desk_that_is_done_is_off_every_list() {
        raise("t1", Task.Owner.desk("paris"));

        console.says("{'type': 'task', 'ref': 'r1', 'id': 't1', 'state': 'done'}");

        assertThat(desk.tasks.open).isEmpty();
        assertThat(desk.posted).containsOnlyKeys("camille", "kenji");
        assertThat(console.last()).isEqualTo(json("{'type': 'ack', 'ref': 'r1'}"));
    }

    @Test
    void somebody_elses_task_is_not_hers_to_settle() {
        raise("t1", Task.Owner.advisor("kenji"));

        console.says("{'type': 'task', 'ref': 'r1', 'id': 't1', 'state': 'done'}");

        assertThat(console.last().path("code").asText()).isEqualTo("unknown");
        assertThat(desk.tasks.open).containsOnlyKeys("t1");
    }

    @Test
    void the_boutique_is_looked_through_when_it_has_changed_and_told_in_differences() {
        var rounds = parlour.rounds();
        isHere();
        desk.boutiqueVersion++;
        desk.changed.run();

        rounds.boutique();
        rounds.boutique();

        assertThat(console.types()).endsWith("tasks", "boutique", "boutique");
        assertThat(console.last().at("/here/0/handle").asText())
                .isEqualTo(HER.handle().value());
    }

    private void isHere() {
        var notice =
                new Notice("reassurance", "W-100", "Méridienne", "fr", null, "unknown", new BigDecimal("7500"), NOW);
        desk.here = List.of(new Here(HER, notice, "Three looks", Here.Talk.NONE));
    }

    private void raise(String id, Task.Owner owner) {
        desk.tasks.open.put(
                id,
                new Task(
                        id,
                        Task.Kind.CALL_BACK,
                        "unmet",
                        owner,
                        null,
                        null,
                        null,
                        null,
                        null,
                        NOW,
                        null,
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        false,
                        Task.State.OPEN,
                        null,
                        false));
    }
}
