package io.overture.intake;

import io.overture.engine.Input;
import io.overture.wire.Fields;
import io.overture.wire.Flaws;
import io.overture.wire.IdentifierShape;
import io.overture.wire.JsonText;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a text frame to what it says, or to everything wrong with it. */
final class FrameReader {

    static final int LONGEST_TEXT = 2000;
    static final int LONGEST_REPLY = 200;
    static final int MOST_SCORE = 5;
    private static final int LONGEST_SOURCE = 64;

    private static final Map<String, Integer> LONGER = Map.of("/client", 4096, "/text", LONGEST_TEXT);
    private static final IdentifierShape ID = IdentifierShape.id(1, 64);
    private static final IdentifierShape CHANNEL = IdentifierShape.word(1, 32);

    private final Fields fields;
    private final Flaws flaws;
    private final Instant now;

    private FrameReader(Fields fields, Flaws flaws, Instant now) {
        this.fields = fields;
        this.flaws = flaws;
        this.now = now;
    }

    static Frame read(String text, Instant now) {
        var flaws = new Flaws();
        var fields = JsonText.read(text, LONGER, flaws);
        return fields == null ? new Frame.Garbled() : new FrameReader(fields, flaws, now).frame();
    }

    private Frame frame() {
        var word = fields.word("type");
        var type = word == null ? "" : word;
        Frame frame = switch (type) {
            case "hello" -> new Frame.Hello(Speaker.read(fields, now).sayingSo(now));
            case "beacon" -> new Frame.Happened(Batch.read(fields, now));
            case "invitation" -> new Frame.Answered(id("id"), response(), channel());
            case "request" -> new Frame.Asked(id("id"), Basket.id(fields, "item"), channel(), reply());
            case "typing", "leave", "seen", "feedback" -> gesture(type);
            case "message" ->
                new Frame.Wrote(id("conversation"), id("id"), fields.requiredText("text", 1, LONGEST_TEXT));
            default -> new Frame.Garbled();
        };
        return flaws.none() || frame instanceof Frame.Garbled ? frame : new Frame.Invalid(frame, echo(), flaws.all());
    }

    /** How she wants to be reached; without a contact she asks for an advisor now. */
    private Input.Reply reply() {
        return new Input.Reply(reply("contact"), reply("when"), reply("note"));
    }

    private @Nullable String reply(String name) {
        var text = fields.text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_REPLY) {
            fields.flaw(name, "must be at most " + LONGEST_REPLY + " characters");
        }
        return text.strip();
    }

    private Frame.Gesture gesture(String type) {
        var conversation = id("conversation");
        return switch (type) {
            case "typing" -> tab -> new Input.Typed(tab, conversation);
            case "leave" -> tab -> new Input.Hung(tab, conversation);
            case "seen" -> {
                long offset = fields.requiredInteger("offset", 1, Fields.MOST_INTEGER);
                yield tab -> new Input.Saw(tab, conversation, offset);
            }
            default -> {
                int score = (int) fields.requiredInteger("score", 1, MOST_SCORE);
                yield tab -> new Input.Rated(tab, conversation, score);
            }
        };
    }

    private String id(String name) {
        return fields.requiredId(name, ID);
    }

    private Input.Response response() {
        var word = fields.requiredText("response", 1, JsonText.LONGEST);
        for (var response : Input.Response.values()) {
            if (response.word().equals(word)) {
                return response;
            }
        }
        fields.flaw("response", "must be shown, accepted, declined or dismissed");
        return Input.Response.SHOWN;
    }

    private @Nullable String channel() {
        var channel = fields.text("channel");
        if (channel != null && !CHANNEL.fits(channel)) {
            fields.flaw("channel", CHANNEL.rule());
        }
        return channel;
    }

    /** As far as it can be recognised. */
    private Frame.Echo echo() {
        var source = fields.word("source");
        var id = fields.word("id");
        return new Frame.Echo(
                source != null && source.length() <= LONGEST_SOURCE ? source : null,
                fields.shortInteger("seq"),
                id != null && ID.fits(id) ? id : null);
    }
}
