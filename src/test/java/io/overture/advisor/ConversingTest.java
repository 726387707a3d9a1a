package io.overture.advisor;

import static io.overture.advisor.Parlour.HELLO;
import static io.overture.advisor.Parlour.NOW;
import static io.overture.advisor.Parlour.TALK;
import static io.overture.advisor.Parlour.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.client.Dealing;
import io.overture.client.History;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.visitor.Attendant;
import io.overture.visitor.Handoff;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an advisor does in a conversation, and what she hears of it. */
class ConversingTest {

    private static final Attendant CAMILLE = new Attendant("camille", "Madame camille", "Advisor", null);

    private final Parlour parlour = new Parlour();
    private final FakeDesk desk = parlour.desk;

    @Test
    void what_rings_at_her_she_may_claim_and_the_dossier_opens() {
        var console = camille();

        console.says(act("claim", ""));

        assertThat(desk.inputs).containsExactly(new Input.Claimed(TALK, CAMILLE));
        assertThat(console.last()).isEqualTo(ack());
        assertThat(desk.log).contains("opened by camille as ADVISOR");
        assertThat(desk.posted.get("camille"))
                .singleElement()
                .satisfies(
                        frame -> assertThat(json(frame)).isEqualTo(json("{'type': 'dossier', 'conversation': 'c1'}")));
    }

    @Test
    void who_comes_second_hears_who_was_first() {
        var console = camille();
        desk.answers = input -> {
            parlour.attendedBy("kenji");
            return Uni.createFrom().item(Receipt.OUTDONE);
        };

        console.says(act("claim", ""));

        assertThat(console.last()).isEqualTo(json("""
                {'type': 'error', 'ref': 'r1', 'code': 'claimed', 'detail': 'a colleague was first',
                 'by': 'Madame kenji'}"""));
        assertThat(desk.log).noneMatch(line -> line.startsWith("opened"));
    }

    @Test
    void what_does_not_ring_at_her_is_not_hers_to_take() {
        var console = parlour.opens("kenji").says(HELLO);

        console.says(act("claim", ""));

        assertThat(console.last().path("code").asText()).isEqualTo("unknown");
        assertThat(desk.inputs).isEmpty();
    }

    @Test
    void a_claim_said_again_by_whoever_has_it_is_acknowledged() {
        var console = parlour.opens("kenji").says(HELLO);
        parlour.attendedBy("kenji");
        desk.answers = input -> Uni.createFrom().item(Receipt.REPEATED);

        console.says(act("claim", ""));

        assertThat(console.last()).isEqualTo(ack());
    }

    @Test
    void what_she_says_has_the_number_it_was_given() {
        var console = camille();
        parlour.attendedBy("camille");
        desk.answers = input -> {
            desk.visitor = desk.visitor.withConversation(
                    parlour.conversation().plus("m1", CAMILLE, "Good evening", NOW.plusSeconds(4)));
            return Uni.createFrom().item(Receipt.TAKEN);
        };

        console.says(act("say", ", 'id': 'm1', 'text': 'Good evening'"));

        assertThat(desk.inputs).containsExactly(new Input.Spoke(TALK, "camille", "m1", "Good evening"));
        assertThat(console.last()).isEqualTo(json("{'type': 'ack', 'ref': 'r1', 'offset': 1}"));
        assertThat(parlour.meters.get("overture.desk.first.word").timer().count())
                .isEqualTo(1);
    }

    @Test
    void what_she_has_read_is_read_on_all_her_consoles() {
        var console = camille();

        console.says(act("seen", ", 'offset': 3"));

        assertThat(desk.inputs).containsExactly(new Input.Read(TALK, "camille", 3));
        assertThat(desk.posted.get("camille"))
                .singleElement()
                .satisfies(frame -> assertThat(json(frame))
                        .isEqualTo(json("{'type': 'seen', 'conversation': 'c1', 'offset': 3, 'by': 'advisor'}")));
    }

    @Test
    void a_note_is_for_colleagues_and_for_next_time() {
        var console = camille();
        parlour.attendedBy("camille");

        console.says(act("note", ", 'text': 'Size 52'"));
        console.says(act("note", ", 'text': 'Size 52'"));

        assertThat(desk.notes).contains("camille: Size 52");
        assertThat(desk.clients.ada.history().notes())
                .singleElement()
                .returns("Size 52", History.Note::text)
                .returns("camille", History.Note::by);
    }

    @Test
    void who_does_not_attend_leaves_no_notes() {
        var console = camille();
        parlour.attendedBy("kenji");

        console.says(act("note", ", 'text': 'Size 52'"));

        assertThat(console.last().path("code").asText()).isEqualTo("unknown");
        assertThat(desk.notes).isEmpty();
        assertThat(desk.clients.ada.history().notes()).isEmpty();
    }

    @Test
    void handed_over_with_a_word_for_the_colleague() {
        var console = camille();
        parlour.attendedBy("camille");

        console.says(act("transfer", ", 'to': {'advisor': 'kenji'}, 'note': 'Watches'"));

        assertThat(desk.notes).containsExactly("camille: Watches");
        assertThat(desk.inputs).containsExactly(new Input.Transferred(TALK, "camille", "kenji"));
        assertThat(console.last()).isEqualTo(ack());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'transfer' | , 'to': {'advisor': 'nobody'} | /to",
                "'transfer' | , 'to': {'advisor': 'camille'} | /to",
                "'transfer' | , 'to': {'desk': 'kenji'} | /to",
                "'handoff' | , 'channel': 'call' | /channel"
            })
    void what_leads_nowhere_is_refused_with_its_place(String type, String rest, String pointer) {
        var console = camille();

        console.says("{'type': %s, 'ref': 'r1', 'conversation': 'c1'%s}".formatted(type, rest));

        assertThat(console.last().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(desk.inputs).isEmpty();
    }

    @Test
    void the_way_to_the_houses_own_tool() {
        var console = camille();

        console.says(act("handoff", ", 'channel': 'video'"));

        assertThat(desk.inputs)
                .containsExactly(new Input.Pointed(TALK, "camille", new Handoff("video", "https://meet.example/c1")));
    }

    @ParameterizedTest
    @CsvSource({
        "RETURN_REQUESTED,   29, false, true",
        "RETURN_RECEIVED,    29, false, true",
        "SERVICE_OPENED,     29, false, true",
        "SERVICE_COMPLETED,  29, false, true",
        "SERVICE_OPENED,     31, false, false",
        "ORDER_DELIVERED,     1, false, false",
        "CONTACT_UNANSWERED,  1, false, false",
        "ORDER_DELIVERED,     1, true,  true"
    })
    void who_complained_lately_is_not_asked_how_it_was(
            Dealing.Type dealing, int daysAgo, boolean said, boolean expected) {
        var console = camille();
        desk.clients.dealt(dealing, NOW.minus(Duration.ofDays(daysAgo)));

        console.says(act("end", ", 'complaint': " + said));

        assertThat(desk.inputs).containsExactly(new Input.Finished(TALK, "camille", expected));
    }

    @ParameterizedTest
    @CsvSource({
        "TAKEN, ack, ''",
        "REPEATED, ack, ''",
        "UNKNOWN, error, unknown",
        "LIMITED, error, limits",
        "UNREACHABLE, error, unreachable",
        "FULL, error, unavailable"
    })
    void the_receipt_is_the_answer(Receipt receipt, String type, String code) {
        var console = camille();
        desk.answers = input -> Uni.createFrom().item(receipt);

        console.says(act("typing", ""));

        assertThat(console.last().path("type").asText()).isEqualTo(type);
        assertThat(console.last().path("code").asText()).isEqualTo(code);
    }

    @Test
    void a_conversation_nobody_knows() {
        var console = camille();

        console.says("{'type': 'typing', 'ref': 'r1', 'conversation': 'c9'}");

        assertThat(console.last().path("code").asText()).isEqualTo("unknown");
    }

    private Parlour.Open camille() {
        return parlour.opens("camille").says(HELLO);
    }

    private static String act(String type, String rest) {
        return "{'type': '%s', 'ref': 'r1', 'conversation': 'c1'%s}".formatted(type, rest);
    }

    private static JsonNode ack() {
        return json("{'type': 'ack', 'ref': 'r1'}");
    }
}
