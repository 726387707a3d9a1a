package io.overture.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.overture.engine.Effect;
import io.overture.offer.HouseWording;
import io.overture.visitor.Attendant;
import io.overture.visitor.Conversation;
import io.overture.visitor.Handoff;
import io.overture.visitor.Request;
import io.overture.visitor.Stage;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a conversation stands, as her page reads it. */
class TalkFramesTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Attendant CAMILLE = new Attendant("camille", "Camille Aubry", "Advisor", null);
    private static final Conversation WAITING = Conversation.begun(
            "c1", new Request(null, null, null, List.of("chat", "call"), "fr", BigDecimal.TEN), null, NOW);

    private final HouseWording wording = new HouseWording();
    private final TalkFrames frames = new TalkFrames(wording);

    @Test
    void an_advisor_is_there() {
        var joined = frame(WAITING.joinedBy(CAMILLE, NOW));

        assertThat(joined.path("state").textValue()).isEqualTo("joined");
        assertThat(joined.path("advisor").toString()).isEqualTo("{\"name\":\"Camille Aubry\",\"title\":\"Advisor\"}");
        assertThat(joined.at("/copy/leave").textValue())
                .isEqualTo(wording.in(List.of("fr")).talk().leave());
        assertThat(joined.toString()).doesNotContain("\"camille\"");
    }

    @Test
    void a_colleague_takes_over() {
        var anew = frame(WAITING.joinedBy(CAMILLE, NOW).calledAnew("kenji", "camille", NOW));

        assertThat(anew.path("state").textValue()).isEqualTo("waiting");
        assertThat(anew.at("/copy/title").textValue())
                .isEqualTo(wording.in(List.of("fr")).introducing().title());
    }

    @Test
    void nobody_can_come_and_something_else_is_offered() {
        var unmet = frame(WAITING.in(new Stage.Unmet(), NOW));

        assertThat(unmet.path("state").textValue()).isEqualTo("ended");
        assertThat(unmet.path("offered").toString()).isEqualTo("[\"call\",\"appointment\"]");
        assertThat(unmet.at("/copy/channels/appointment").textValue()).isNotEmpty();
    }

    @Test
    void it_goes_on_in_the_house_s_own_tool() {
        var handed = frame(WAITING.handedTo(new Handoff("video", "https://video.example/c1"), NOW)
                .in(new Stage.Handed(), NOW));

        assertThat(handed.path("state").textValue()).isEqualTo("joined");
        assertThat(handed.has("advisor")).isFalse();
        assertThat(handed.at("/handoff/url").textValue()).isEqualTo("https://video.example/c1");
        assertThat(handed.at("/copy/text").textValue())
                .isEqualTo(wording.in(List.of("fr")).handed().text());
        assertThat(handed.path("copy").has("placeholder")).isFalse();
        assertThat(handed.at("/copy/channels/video").textValue()).isNotEmpty();
    }

    @Test
    void she_is_asked_how_it_was_only_where_the_engine_says_so() {
        var asked = frame(WAITING.in(new Stage.Over(Stage.Ending.BY_ADVISOR, true), NOW));
        var not = frame(WAITING.in(new Stage.Over(Stage.Ending.BY_ADVISOR, false), NOW));

        assertThat(asked.path("question").booleanValue()).isTrue();
        assertThat(asked.at("/copy/scale")).hasSize(5);
        assertThat(not.has("question")).isFalse();
    }

    @Test
    void what_was_said_follows_in_its_order() {
        var talk = WAITING.plus("m1", null, "Bonsoir", NOW)
                .joinedBy(CAMILLE, NOW)
                .plus("a1", CAMILLE, "Bonsoir Madame", NOW);

        var sent = frames.stands(new Effect.Stands(talk, true, List.of()));

        assertThat(sent).hasSize(3);
        assertThat(json(sent.get(2)).path("offset").longValue()).isEqualTo(2);
        assertThat(json(sent.get(2)).path("from").textValue()).isEqualTo("advisor");
    }

    private JsonNode frame(Conversation conversation) {
        return json(
                frames.stands(new Effect.Stands(conversation, false, List.of())).getFirst());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
