package io.overture.advisor;

import static io.overture.advisor.Parlour.HELLO;
import static io.overture.advisor.Parlour.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.desk.Call;
import io.overture.engine.Engine;
import io.overture.engine.TestBook;
import io.overture.roster.Advisor;
import io.overture.roster.Desk;
import io.overture.roster.Desks;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every verb of a console about a conversation, said by whoever knows its id: an advisor who attends it, one at whom it
 * rings, one at whom it does not, and one of a partner. What visitors may is in the desk's {@code OwnersTest}.
 */
class WhoMayTest {

    private static final String UNKNOWN = "unknown";
    private static final String DONE = "ack";

    /** Every verb, with what it needs to be right in itself. */
    private static final Map<Class<? extends Frame.Act>, String> VERBS = Map.of(
            Frame.Claim.class, "'type': 'claim'",
            Frame.Say.class, "'type': 'say', 'id': 'm1', 'text': 'Good evening'",
            Frame.Typing.class, "'type': 'typing'",
            Frame.Seen.class, "'type': 'seen', 'offset': 1",
            Frame.Note.class, "'type': 'note', 'text': 'Size 52'",
            Frame.Transfer.class, "'type': 'transfer', 'to': {'desk': 'paris'}, 'note': 'Watches'",
            Frame.Handoff.class, "'type': 'handoff', 'channel': 'video'",
            Frame.End.class, "'type': 'end'");

    private final Parlour parlour = new Parlour();
    private final FakeDesk desk = parlour.desk;

    WhoMayTest() {
        var paris = desk.desks.all().getFirst();
        desk.desks = new Desks(List.of(with(paris, partner("pia"))));
        desk.answers = input -> {
            var step = Engine.step(
                    desk.visitor,
                    List.of(input),
                    NOW.plusSeconds(1),
                    TestBook.book().staffed(),
                    null);
            desk.visitor = step.visitor();
            return Uni.createFrom().item(step.receipts().getFirst());
        };
    }

    static Stream<Arguments> verbs() {
        return Stream.of(Frame.Act.class.getPermittedSubclasses())
                .flatMap(verb -> Stream.of("camille", "kenji", "pia").map(who -> Arguments.of(verb, who)));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void while_it_rings_at_camille_she_may_claim_it_and_nobody_may_do_anything_else(Class<?> verb, String who) {
        var before = desk.visitor.conversation();

        var answer = says(who, verb);

        boolean mayClaim = verb == Frame.Claim.class && who.equals("camille");
        assertThat(answer).isEqualTo(mayClaim ? DONE : UNKNOWN);
        if (!mayClaim) {
            assertThat(desk.visitor.conversation()).isEqualTo(before);
            assertThatNothingWasTold();
        }
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void while_camille_attends_it_nobody_else_may_do_anything(Class<?> verb, String who) {
        parlour.attendedBy("camille");
        desk.visitor = desk.visitor.withConversation(parlour.conversation().plus("m0", null, "Good evening", NOW));
        // As the desk has it once it is taken.
        rings(Set.of());
        var before = desk.visitor.conversation();

        var answer = says(who, verb);

        if (who.equals("camille")) {
            assertThat(answer).isEqualTo(DONE);
        } else {
            assertThat(answer).isEqualTo(verb == Frame.Claim.class ? "claimed" : UNKNOWN);
            assertThat(desk.visitor.conversation()).isEqualTo(before);
            assertThatNothingWasTold();
        }
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void while_a_partner_attends_it_that_partner_may_what_any_advisor_may_and_nobody_else(Class<?> verb, String who) {
        parlour.attendedBy("pia");
        desk.visitor = desk.visitor.withConversation(parlour.conversation().plus("m0", null, "Good evening", NOW));
        rings(Set.of());

        var answer = says(who, verb);

        assertThat(answer).isEqualTo(who.equals("pia") ? DONE : verb == Frame.Claim.class ? "claimed" : UNKNOWN);
    }

    private void assertThatNothingWasTold() {
        assertThat(desk.notes).isEmpty();
        assertThat(desk.clients.ada.history().notes()).isEmpty();
        assertThat(desk.posted).isEmpty();
        assertThat(desk.log).noneMatch(line -> line.startsWith("opened"));
    }

    /** Whether it was done, or why not. */
    private String says(String who, Class<?> verb) {
        var console = parlour.opens(who).says(HELLO);
        console.says("{%s, 'ref': 'r1', 'conversation': 'c1'}".formatted(VERBS.get(verb)));
        var last = console.last();
        return last.path("type").asText().equals(DONE)
                ? DONE
                : last.path("code").asText();
    }

    private void rings(Set<String> at) {
        var call = desk.call;
        desk.call = new Call(
                call.about(),
                call.conversation(),
                call.turn(),
                call.round(),
                call.request(),
                call.client(),
                call.tier(),
                call.since(),
                call.to(),
                call.from(),
                call.note(),
                at);
    }

    private static Advisor partner(String id) {
        return new Advisor(id, id, "Advisor", null, List.of("fr"), List.of(), List.of("chat", "video"), 3, true);
    }

    private static Desk with(Desk desk, Advisor one) {
        var advisors = new ArrayList<>(desk.advisors());
        advisors.add(one);
        return new Desk(
                desk.id(),
                desk.region(),
                desk.languages(),
                desk.skills(),
                desk.channels(),
                desk.hours(),
                desk.covers(),
                desk.sites(),
                desk.handoff(),
                desk.webhook(),
                desk.keep(),
                advisors);
    }
}
