package io.overture.desk;

import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.overture.wire.JsonOut;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that waits, with its context, for a contact centre: a CloudEvent in structured mode. Source:
 * <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents 1.0</a>.
 */
final class CloudEvent {

    static final String TYPE = "io.overture.conversation.wanted";
    private static final String SOURCE = "/overture/desks/";

    private CloudEvent() {}

    /** @param reason in words */
    static String of(
            String id,
            String desk,
            VisitorKey about,
            Due.Wanted wanted,
            @Nullable String reason,
            Transcript transcript,
            Instant now) {
        var request = wanted.request();
        return JsonOut.object(out -> out.text("specversion", "1.0")
                .text("id", id)
                .text("source", SOURCE + desk)
                .text("type", TYPE)
                .text("subject", wanted.conversation())
                .text("time", now.toString())
                .text("datacontenttype", "application/json")
                .object(
                        "data",
                        data -> data.text("conversation", wanted.conversation())
                                .number("turn", wanted.turn())
                                .text("site", about.site())
                                .text("channel", request.channel())
                                .texts("channels", request.channels())
                                .text("language", request.language())
                                .text("item", request.item())
                                .text("trigger", request.trigger())
                                .text("reason", reason)
                                .text("client", wanted.client())
                                .text("tier", wanted.tier())
                                .amount("weight", request.weight())
                                .instant("since", wanted.waiting().since())
                                .array("messages", transcript.lines(), TalkFrame::line)));
    }
}
