package io.overture.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.engine.Input;
import io.overture.wire.Flaws;
import io.overture.wire.TreeFields;
import io.overture.wire.TreeText;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Frames as they were read from a tree, kept to compare with. */
final class TreeFrames {

    static final int LONGEST_TEXT = 2000;
    static final int LONGEST_REPLY = 200;
    static final int MOST_SCORE = 5;

    private static final Map<String, Integer> LONGER = Map.of("/client", 4096, "/text", LONGEST_TEXT);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String ID_RULE = "must be 1 to 64 characters of A-Z a-z 0-9 _ -";
    private static final Pattern CHANNEL = Pattern.compile("[a-z_]{1,32}");
    private static final String CHANNEL_RULE = "must be 1 to 32 characters of a-z _";

    private final TreeFields fields;
    private final Flaws flaws;
    private final Instant now;

    private TreeFrames(TreeFields fields, Flaws flaws, Instant now) {
        this.fields = fields;
        this.flaws = flaws;
        this.now = now;
    }

    static Frame read(String text, Instant now) {
        var flaws = new Flaws();
        var document = TreeText.read(text, LONGER, flaws);
        var fields = document.isPresent() ? TreeFields.root(document.get(), flaws) : null;
        return fields == null ? new Frame.Garbled() : new TreeFrames(fields, flaws, now).frame();
    }

    private Frame frame() {
        var type = fields.value("type") instanceof JsonNode value && value.isTextual() ? value.textValue() : "";
        Frame frame = switch (type) {
            case "hello" -> new Frame.Hello(TreeBeacons.speaker(fields, now).sayingSo(now));
            case "beacon" -> new Frame.Happened(TreeBeacons.batch(fields, now));
            case "invitation" -> new Frame.Answered(id("id"), response(), channel());
            case "request" -> new Frame.Asked(id("id"), TreeEvents.Basket.id(fields, "item"), channel(), reply());
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
                long offset = fields.requiredInteger("offset", 1, TreeFields.MOST_INTEGER);
                yield tab -> new Input.Saw(tab, conversation, offset);
            }
            default -> {
                int score = (int) fields.requiredInteger("score", 1, MOST_SCORE);
                yield tab -> new Input.Rated(tab, conversation, score);
            }
        };
    }

    private String id(String name) {
        return fields.requiredId(name, ID, ID_RULE);
    }

    private Input.Response response() {
        var word = fields.requiredText("response", 1, TreeText.LONGEST);
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
        if (channel != null && !CHANNEL.matcher(channel).matches()) {
            fields.flaw("channel", CHANNEL_RULE);
        }
        return channel;
    }

    /** As far as it can be recognised. */
    private Frame.Echo echo() {
        var source = fields.value("source");
        var seq = fields.value("seq");
        var id = fields.value("id");
        return new Frame.Echo(
                source != null && source.isTextual() && source.textValue().length() <= 64 ? source.textValue() : null,
                seq != null && seq.isIntegralNumber() ? Long.valueOf(seq.longValue()) : null,
                id != null && id.isTextual() && ID.matcher(id.textValue()).matches() ? id.textValue() : null);
    }
}
