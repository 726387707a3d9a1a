package io.overture.advisor;

import io.overture.desk.Standing;
import io.overture.desk.Task;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.overture.wire.Fields;
import io.overture.wire.Flaws;
import io.overture.wire.IdentifierShape;
import io.overture.wire.JsonText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a text frame to what it says, or to everything wrong with it. */
final class FrameReader {

    static final int LONGEST_TEXT = 2000;
    static final int LONGEST_NAME = 128;
    static final int MOST_TALKS = 64;
    static final int MOST_WATCHED = 100;

    private static final Map<String, Integer> LONGER = Map.of("/text", LONGEST_TEXT);
    private static final IdentifierShape ID = IdentifierShape.id(1, 64);
    private static final IdentifierShape CHANNEL = IdentifierShape.word(1, 32);
    private static final VisitorKey NOBODY = VisitorKey.of("", "");

    private static final Map<String, Standing.State> PRESENCE =
            Map.of("available", Standing.State.AVAILABLE, "busy", Standing.State.BUSY, "away", Standing.State.AWAY);
    private static final Map<String, Task.State> SETTLED =
            Map.of("done", Task.State.DONE, "dismissed", Task.State.DISMISSED);

    private final Fields fields;
    private final Flaws flaws;

    private FrameReader(Fields fields, Flaws flaws) {
        this.fields = fields;
        this.flaws = flaws;
    }

    static Frame read(String text) {
        var flaws = new Flaws();
        var fields = JsonText.read(text, LONGER, flaws);
        return fields == null ? new Frame.Garbled() : new FrameReader(fields, flaws).frame();
    }

    private Frame frame() {
        var word = fields.word("type");
        var type = word == null ? "" : word;
        Frame frame = switch (type) {
            case "hello" -> hello();
            case "presence" -> new Frame.Present(ref(), word("state", PRESENCE, Standing.State.AWAY));
            case "claim" -> new Frame.Claim(ref(), conversation());
            case "say" -> new Frame.Say(ref(), conversation(), id(fields, "id"), spoken());
            case "typing" -> new Frame.Typing(ref(), conversation());
            case "seen" ->
                new Frame.Seen(ref(), conversation(), fields.requiredInteger("offset", 1, Fields.MOST_INTEGER));
            case "note" -> new Frame.Note(ref(), conversation(), spoken());
            case "transfer" -> new Frame.Transfer(ref(), conversation(), target(), words("note"));
            case "handoff" -> new Frame.Handoff(ref(), conversation(), fields.requiredId("channel", CHANNEL));
            case "end" -> new Frame.End(ref(), conversation(), Boolean.TRUE.equals(fields.flag("complaint")));
            case "invite" -> new Frame.Invite(ref(), who(), channel());
            case "tasks" -> new Frame.ListTasks(ref());
            case "task" ->
                new Frame.Settle(
                        ref(),
                        fields.requiredText("id", 1, JsonText.LONGEST),
                        word("state", SETTLED, Task.State.DONE),
                        words("note"));
            case "watch" -> new Frame.Watch(ref(), (int) fields.requiredInteger("most", 1, MOST_WATCHED));
            default -> new Frame.Garbled();
        };
        return flaws.none() || frame instanceof Frame.Garbled
                ? frame
                : new Frame.Invalid(frame instanceof Frame.Hello, echo(), flaws.all());
    }

    private Frame hello() {
        id(fields, "device");
        var talks = fields.objects("talks", MOST_TALKS);
        return new Frame.Hello(
                talks == null ? List.of() : talks.stream().map(FrameReader::had).toList());
    }

    private static Frame.Had had(Fields talk) {
        return new Frame.Had(id(talk, "id"), epoch(talk), offset(talk));
    }

    /** Empty: it has nothing of which it is sure, and is told all. */
    private static String epoch(Fields talk) {
        var epoch = talk.text("epoch");
        return epoch == null || epoch.isEmpty() ? "" : id(talk, "epoch");
    }

    /** Between two messages there may be notes, numbered in between. */
    private static long offset(Fields talk) {
        var offset = talk.required("offset") ? talk.amount("offset") : null;
        return offset == null ? 0 : offset.longValue();
    }

    private String ref() {
        return id(fields, "ref");
    }

    private String conversation() {
        return id(fields, "conversation");
    }

    private static String id(Fields in, String name) {
        return in.requiredId(name, ID);
    }

    /** Blank is nothing said. */
    private String spoken() {
        var text = fields.requiredText("text", 1, LONGEST_TEXT);
        if (text.isBlank()) {
            fields.flaw("text", "must say something");
        }
        return text.strip();
    }

    private @Nullable String words(String name) {
        var text = fields.text(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private Frame.@Nullable Target target() {
        var to = fields.object("to");
        if (to == null) {
            return null;
        }
        boolean isDesk = to.has("desk");
        if (isDesk == to.has("advisor")) {
            fields.flaw("to", "must name an advisor or a desk");
            return null;
        }
        return new Frame.Target(isDesk, to.requiredText(isDesk ? "desk" : "advisor", 1, LONGEST_NAME));
    }

    private VisitorKey who() {
        var site = fields.requiredText("site", 1, 64);
        var handle = fields.requiredText("handle", 1, LONGEST_NAME);
        if (!Handle.isValid(handle)) {
            fields.flaw("handle", "must be a handle");
            return NOBODY;
        }
        return new VisitorKey(site, new Handle(handle));
    }

    private @Nullable String channel() {
        return fields.has("channel") ? fields.requiredId("channel", CHANNEL) : null;
    }

    private <T> T word(String name, Map<String, T> words, T otherwise) {
        var word = words.get(fields.requiredText(name, 1, JsonText.LONGEST));
        if (word == null) {
            fields.flaw(
                    name,
                    "must be one of "
                            + String.join(", ", words.keySet().stream().sorted().toList()));
            return otherwise;
        }
        return word;
    }

    /** As far as it can be recognised. */
    private @Nullable String echo() {
        var ref = fields.word("ref");
        return ref != null && ID.fits(ref) ? ref : null;
    }
}
