package io.overture.advisor;

import static io.overture.advisor.Parlour.HER;
import static io.overture.advisor.Parlour.NOW;
import static io.overture.advisor.Parlour.TALK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.desk.Transcript;
import io.overture.roster.Advisor;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A console that says hello with conversations it has, or says it has. */
class ResumingTest {

    private static final String NOTE_OF_HOUSE = "Difficult last time";
    private static final String NOTE_OF_PARTNER = "Called from the car";

    private final Parlour parlour = new Parlour();
    private final FakeDesk desk = parlour.desk;

    @BeforeEach
    void notes_of_the_house_and_of_a_partner() {
        parlour.joins(
                new Advisor("petra", "Petra", "Advisor", null, List.of("fr"), List.of(), List.of("chat"), 3, true));
        var lines = List.of(
                line("n1", Transcript.From.NOTE, "camille", NOTE_OF_HOUSE),
                line("m1", Transcript.From.VISITOR, null, "Good evening"),
                line("n2", Transcript.From.NOTE, "petra", NOTE_OF_PARTNER));
        desk.transcripts = (id, epoch, offset) -> Uni.createFrom().item(new Transcript("e1", false, 1, lines));
    }

    @ParameterizedTest
    @CsvSource({"petra, false", "kenji, true"})
    void who_claimed_it_and_never_wrote_is_told_the_notes_she_may_read(String advisor, boolean readsAll) {
        desk.attended = List.of(TALK);
        parlour.attendedBy(advisor);

        var heard = parlour.opens(advisor).says(hello(TALK)).hears().toString();

        assertThat(heard).contains("Good evening").contains(NOTE_OF_PARTNER);
        assertThat(heard.contains(NOTE_OF_HOUSE)).isEqualTo(readsAll);
    }

    @Test
    void of_one_that_passes_on_while_it_is_read_she_is_told_nothing_more() {
        desk.attended = List.of(TALK);
        var said = desk.transcripts;
        desk.transcripts = (id, epoch, offset) -> {
            desk.attended = List.of();
            return said.since(id, epoch, offset);
        };

        var console = parlour.opens("kenji").says(hello(TALK));

        assertThat(console.types()).doesNotContain("message", "dossier");
    }

    @Test
    void of_a_conversation_that_was_never_hers_she_learns_no_more_than_of_one_that_there_is_not() {
        parlour.attendedBy("camille");

        var another = talk(parlour.opens("kenji").says(hello(TALK)).hears()).toString();
        var none = talk(parlour.opens("kenji").says(hello("no-such")).hears()).toString();

        assertThat(another).doesNotContain(HER.handle().value()).doesNotContain("Good evening");
        assertThat(another.replace(TALK, "no-such")).isEqualTo(none);
    }

    private static JsonNode talk(List<JsonNode> heard) {
        var told = heard.stream()
                .filter(frame -> List.of("talk", "message", "dossier")
                        .contains(frame.path("type").asText()))
                .toList();
        assertThat(told).hasSize(1);
        return told.getFirst();
    }

    private static String hello(String conversation) {
        return "{'type': 'hello', 'device': 'd1', 'talks': [{'id': '%s', 'epoch': 'guessed', 'offset': 0}]}"
                .formatted(conversation);
    }

    private static Transcript.Line line(String id, Transcript.From from, @Nullable String by, String text) {
        return new Transcript.Line(1, from == Transcript.From.NOTE ? 1 : 0, id, from, by, text, NOW);
    }
}
