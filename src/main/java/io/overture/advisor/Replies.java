package io.overture.advisor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.overture.desk.ConsoleFrames;
import io.overture.desk.ConsoleFrames.Refusal;
import io.overture.wire.Flaw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the door itself answers; all else a console is told is {@link ConsoleFrames}. */
final class Replies {

    private Replies() {}

    static String of(String ref, Answer answer) {
        return switch (answer) {
            case Answer.Done done ->
                done.offset() == null ? ConsoleFrames.ack(ref) : ConsoleFrames.ack(ref, done.offset());
            case Answer.Refused refused ->
                refused.flaws().isEmpty()
                        ? ConsoleFrames.error(ref, refused.code(), refused.detail(), refused.by(), null)
                        : invalid(ref, refused.flaws());
            case Answer.Later later ->
                ConsoleFrames.error(ref, later.code(), "send it again later", null, later.retryAfter());
        };
    }

    static String invalid(@Nullable String ref, List<Flaw> flaws) {
        var frame = JsonNodeFactory.instance.objectNode().put("type", "error");
        if (ref != null) {
            frame.put("ref", ref);
        }
        frame.put("code", "invalid").put("detail", "the frame is not valid");
        Flaw.list(flaws, frame);
        return frame.toString();
    }

    static Answer tooFast() {
        return new Answer.Later(Refusal.TOO_FAST, AdvisorSocket.RETRY);
    }

    /** A conversation that is hers no longer: what she has of it is all she gets. */
    static String over(Frame.Had had) {
        var frame = JsonNodeFactory.instance
                .objectNode()
                .put("type", "talk")
                .put("conversation", had.conversation())
                .put("epoch", had.epoch())
                .put("turn", 0)
                .put("state", "ended")
                .put("offset", had.offset());
        frame.putArray("messages");
        return frame.put("full", false).toString();
    }
}
