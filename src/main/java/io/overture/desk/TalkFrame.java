package io.overture.desk;

import io.overture.visitor.Conversation;
import io.overture.visitor.Stage;
import io.overture.wire.JsonOut;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a conversation stands, with what was said in it, as a console is told. */
final class TalkFrame {

    /** Somebody else has it, or is called for it. */
    private static final String HANDED = "handed";

    private static final String ENDED = "ended";

    private TalkFrame() {}

    /** @param standing the conversation as her value has it; null once she has left it behind */
    static String of(Call call, @Nullable Conversation standing, String advisor, Transcript transcript) {
        return ConsoleFrames.frame("talk", out -> {
            out.text("conversation", call.conversation())
                    .text("epoch", transcript.epoch())
                    .number("turn", standing == null ? call.turn() : standing.turn())
                    .text("state", standing == null ? ENDED : state(standing.stage(), advisor))
                    .text("handle", call.about().handle().value())
                    .text("site", call.about().site())
                    .text("language", call.request().language())
                    .text("channel", call.request().channel())
                    .number("offset", transcript.offset())
                    .array("messages", transcript.lines(), TalkFrame::line);
            if (standing != null) {
                out.object(
                        "seen",
                        seen -> seen.number("visitor", standing.seenByHer())
                                .number("advisor", standing.seenByAdvisor()));
            }
            out.flag("full", transcript.full());
        });
    }

    /** Of somebody who was erased: nothing of it stays on the screen. */
    static String forgotten(String conversation) {
        return ConsoleFrames.frame(
                "talk",
                out -> out.text("conversation", conversation)
                        .text("epoch", "")
                        .number("turn", 0)
                        .text("state", ENDED)
                        .number("offset", 0)
                        .array("messages", List.<Transcript.Line>of(), TalkFrame::line)
                        .flag("full", true));
    }

    static void line(JsonOut out, Transcript.Line line) throws IOException {
        out.amount("offset", line.place())
                .text("id", line.id())
                .text("from", line.from().word())
                .text("by", line.by())
                .text("text", line.text())
                .instant("at", line.at());
    }

    private static String state(Stage stage, String advisor) {
        return switch (stage) {
            case Stage.Waiting waiting -> HANDED;
            case Stage.Joined joined -> joined.advisor().id().equals(advisor) ? "joined" : HANDED;
            case Stage.Handed handed -> HANDED;
            case Stage.Unmet unmet -> ENDED;
            case Stage.Over over -> ENDED;
        };
    }
}
