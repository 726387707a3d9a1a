package io.overture.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.engine.Effect;
import io.overture.offer.HouseWording;
import io.overture.visitor.Conversation;
import io.overture.visitor.Copy;
import io.overture.visitor.Invitation;
import io.overture.visitor.Message;
import io.overture.visitor.Request;
import io.overture.visitor.Stage;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramesTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);

    private final HouseWording wording = new HouseWording();
    private final Frames frames = new Frames(wording);

    @Test
    void an_invitation() {
        var sent = only(new Effect.Deliver(invitation("W-100"), List.of()));

        var words = wording.in(List.of("fr"));
        var labels = words.channels();
        var expected = json("""
                {"type": "invitation", "id": "i1", "trigger": "reassurance", "item": "W-100",
                 "copy": {"title": "T", "text": "X", "accept": "A", "decline": "D", "later": "L"},
                 "language": "fr", "channels": ["chat", "call"], "expiresAt": 1764000060000}""");
        expected.withObject("/copy")
                .put("close", words.waiting().close())
                .putObject("channels")
                .put("chat", labels.get("chat"))
                .put("call", labels.get("call"));
        assertThat(sent).isEqualTo(expected);
    }

    @Test
    void an_invitation_about_no_piece() {
        var sent = only(new Effect.Deliver(invitation(null), List.of()));

        assertThat(sent.has("item")).isFalse();
        assertThat(sent.has("weight")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED, expired", "ANSWERED_ELSEWHERE, answered_elsewhere", "WITHDRAWN, withdrawn"})
    void a_withdrawal(Effect.Reason reason, String word) {
        var sent = only(new Effect.Withdraw("i1", reason, List.of()));

        assertThat(sent)
                .isEqualTo(json("{\"type\": \"withdraw\", \"id\": \"i1\", \"reason\": \"%s\"}".formatted(word)));
    }

    @Test
    void a_conversation_that_waits_and_what_she_wrote() {
        var conversation = conversation("de").plus("m1", null, "Guten\nAbend", NOW);

        var sent = frames.of(new Effect.Stands(conversation, true, List.of()));

        var words = wording.in(List.of("de"));
        var waiting = json(sent.getFirst());
        assertThat(waiting.path("type").textValue()).isEqualTo("conversation");
        assertThat(waiting.path("id").textValue()).isEqualTo("c1");
        assertThat(waiting.path("state").textValue()).isEqualTo("waiting");
        assertThat(waiting.path("language").textValue()).isEqualTo("de");
        assertThat(waiting.at("/copy/title").textValue())
                .isEqualTo(words.waiting().title());
        assertThat(waiting.at("/copy/placeholder").textValue())
                .isEqualTo(words.line().placeholder());
        assertThat(json(sent.getLast())).isEqualTo(json("""
                        {"type": "message", "conversation": "c1", "id": "m1", "from": "visitor", "text": "Guten\\nAbend",
                         "at": 1764000000000, "offset": 1}"""));
    }

    @Test
    void a_conversation_that_ended() {
        var sent = only(new Effect.Stands(
                conversation("en").in(new Stage.Over(Stage.Ending.SILENCE, false), NOW), false, List.of()));

        assertThat(sent.path("state").textValue()).isEqualTo("ended");
        assertThat(sent.at("/copy/text").textValue())
                .isEqualTo(wording.in(List.of("en")).ended().text());
    }

    @Test
    void what_she_wrote_in_another_tab() {
        var sent = only(
                new Effect.Said("c1", new Message("m1", 1, Message.Author.VISITOR, null, "Bonsoir", NOW), List.of()));

        assertThat(sent.path("from").textValue()).isEqualTo("visitor");
        assertThat(sent.path("conversation").textValue()).isEqualTo("c1");
    }

    private static Invitation invitation(@Nullable String item) {
        return new Invitation(
                "i1",
                "reassurance",
                item,
                BigDecimal.TEN,
                new Copy("T", "X", "A", "D", "L"),
                "fr",
                List.of("chat", "call"),
                NOW,
                NOW.plusSeconds(60),
                NOW,
                null,
                false,
                null);
    }

    private static Conversation conversation(String language) {
        var request = new Request(null, null, null, List.of("chat"), language, BigDecimal.TEN);
        return Conversation.begun("c1", request, null, NOW);
    }

    private JsonNode only(Effect.ForHer effect) {
        var sent = frames.of(effect);
        assertThat(sent).hasSize(1);
        return json(sent.getFirst());
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
