package io.overture.desk;

import io.overture.visitor.Notice;
import io.overture.wire.JsonOut;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an advisor's console is told: JSON text frames, {@code type} first, as the protocol has them. */
public final class ConsoleFrames {

    private ConsoleFrames() {}

    /** Why something stops ringing. */
    public enum Unring {
        CLAIMED,
        ENDED,
        /** Others are called now. */
        ELSEWHERE
    }

    /** Why a request is refused. */
    public enum Refusal {
        INVALID,
        CLAIMED,
        LIMITS,
        UNREACHABLE,
        BUSY,
        UNKNOWN,
        TOO_FAST,
        UNAVAILABLE
    }

    /** @param free slots she has left */
    public record Colleague(String id, String name, String desk, String presence, List<String> languages, int free) {}

    /** @param opensAt null while it is open, or when nobody knows */
    public record OpenDesk(
            String id, boolean open, @Nullable Instant opensAt) {}

    /** The advisor herself, as her console greets her. */
    public record Self(String id, String name, String title, List<String> languages, String desk) {}

    public static String welcome(
            Self self,
            String presence,
            int capacity,
            Instant serverTime,
            Duration heartbeat,
            List<Colleague> colleagues,
            List<OpenDesk> desks) {
        return frame(
                "welcome",
                out -> out.object(
                                "advisor",
                                her -> her.text("id", self.id())
                                        .text("name", self.name())
                                        .text("title", self.title())
                                        .texts("languages", self.languages())
                                        .text("desk", self.desk()))
                        .text("presence", presence)
                        .number("capacity", capacity)
                        .instant("serverTime", serverTime)
                        .number("heartbeat", heartbeat.toMillis())
                        .array("colleagues", colleagues, ConsoleFrames::colleague)
                        .array(
                                "desks",
                                desks,
                                (each, desk) -> each.text("id", desk.id())
                                        .flag("open", desk.open())
                                        .instant("opensAt", desk.opensAt())));
    }

    public static String presence(String advisor, String state, int free) {
        return frame(
                "presence",
                out -> out.text("advisor", advisor).text("state", state).number("free", free));
    }

    /** @param gone handles */
    public static String boutique(boolean full, List<Here> here, Collection<String> gone) {
        return frame("boutique", out -> {
            if (full) {
                out.flag("full", true);
            }
            out.array("here", here, ConsoleFrames::here).texts("gone", gone);
        });
    }

    /**
     * @param reason of the call in words; null when nobody knows one
     * @param advisor the name of their own in another region; null: none is known
     */
    public static String ring(Call call, @Nullable String reason, boolean yours, @Nullable String advisor) {
        return frame("ring", out -> {
            out.text("conversation", call.conversation())
                    .number("turn", call.turn())
                    .number("round", call.round())
                    .text("reason", reason)
                    .text("item", call.request().item())
                    .text("name", call.request().name())
                    .text("tier", call.tier())
                    .text("language", call.request().language())
                    .text("channel", call.request().channel())
                    .amount("weight", call.request().weight())
                    .instant("since", call.since())
                    .flag("yours", yours)
                    .text("advisor", advisor);
            if (call.turn() > 0 && call.from() != null) {
                out.object("transferred", by -> by.text("from", call.from()).text("note", call.note()));
            }
        });
    }

    /** @param by the name of whoever was first; null when nobody was */
    public static String unring(String conversation, Unring reason, @Nullable String by) {
        return frame(
                "unring",
                out -> out.text("conversation", conversation)
                        .text("reason", ConsoleWords.of(reason))
                        .text("by", by));
    }

    public static String message(String conversation, String epoch, Transcript.Line line) {
        return frame("message", out -> {
            out.text("conversation", conversation).text("epoch", epoch);
            TalkFrame.line(out, line);
        });
    }

    public static String typing(String conversation) {
        return frame("typing", out -> out.text("conversation", conversation));
    }

    /** @param by {@code visitor} or {@code advisor} */
    public static String seen(String conversation, long offset, String by) {
        return frame(
                "seen",
                out -> out.text("conversation", conversation)
                        .number("offset", offset)
                        .text("by", by));
    }

    public static String tasks(List<Task> tasks) {
        return frame("tasks", out -> out.flag("full", true).array("tasks", tasks, ConsoleFrames::task));
    }

    public static String task(Task task) {
        return frame("task", out -> task(out, task));
    }

    public static String taskGone(String id) {
        return frame("task", out -> out.text("id", id).flag("gone", true));
    }

    public static String ack(String ref) {
        return frame("ack", out -> out.text("ref", ref));
    }

    /** Of something said: the number it has now. */
    public static String ack(String ref, long offset) {
        return frame("ack", out -> out.text("ref", ref).number("offset", offset));
    }

    /** @param by with {@link Refusal#CLAIMED}: the name of whoever was first */
    public static String error(
            @Nullable String ref, Refusal code, String detail, @Nullable String by, @Nullable Duration retryAfter) {
        return frame("error", out -> {
            out.text("ref", ref)
                    .text("code", ConsoleWords.of(code))
                    .text("detail", detail)
                    .text("by", by);
            if (retryAfter != null) {
                out.number("retryAfter", retryAfter.toMillis());
            }
        });
    }

    private static void colleague(JsonOut out, Colleague colleague) throws IOException {
        out.text("id", colleague.id())
                .text("name", colleague.name())
                .text("desk", colleague.desk())
                .text("presence", colleague.presence())
                .texts("languages", colleague.languages())
                .number("free", colleague.free());
    }

    private static void here(JsonOut out, Here here) throws IOException {
        Notice notice = here.notice();
        out.text("handle", here.who().handle().value())
                .text("site", here.who().site())
                .text("trigger", notice.trigger())
                .text("reason", here.reason() == null ? notice.trigger() : here.reason())
                .text("item", notice.item())
                .text("name", notice.name())
                .text("tier", notice.tier())
                .text("language", notice.language())
                .amount("weight", notice.weight())
                .instant("since", notice.since());
        switch (here.talk()) {
            case NONE -> {}
            case WAITING -> out.flag("waiting", true);
            case ATTENDED -> out.flag("attended", true);
        }
    }

    private static void task(JsonOut out, Task task) throws IOException {
        out.text("id", task.id())
                .text("kind", task.kind().word())
                .text("title", task.title())
                .text("client", task.client())
                .text("handle", task.handle())
                .text("site", task.site())
                .text("item", task.item())
                .text("note", task.note())
                .instant("due", task.due())
                .instant("at", task.at())
                .amount("weight", task.weight())
                .amount("rank", BigDecimal.valueOf((long) Rank.of(task)));
    }

    static String frame(String type, JsonOut.Part rest) {
        return JsonOut.object(out -> {
            out.text("type", type);
            rest.write(out);
        });
    }
}
