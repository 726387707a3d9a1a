package io.overture.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.engine.Receipt;
import io.overture.wire.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the door itself says on a socket. */
final class Replies {

    private Replies() {}

    static String welcome(Instant now, Duration heartbeat) {
        return frame("welcome")
                .put("serverTime", now.toEpochMilli())
                .put("heartbeat", heartbeat.toMillis())
                .toString();
    }

    static String ack(Frame.Echo echo) {
        return with(frame("ack"), echo).toString();
    }

    static String invalid(Frame.Echo echo, List<Flaw> flaws) {
        var frame = with(error("invalid", "the frame is not valid"), echo);
        Flaw.list(flaws, frame);
        return frame.toString();
    }

    static String invalid(Frame.Echo echo, String detail) {
        return with(error("invalid", detail), echo).toString();
    }

    static String tooFast(Frame.Echo echo, Duration retryAfter) {
        return with(error("too_fast", "too many at once"), echo)
                .put("retryAfter", retryAfter.toMillis())
                .toString();
    }

    static String unavailable(Frame.Echo echo, String detail, Duration retryAfter) {
        return with(error("unavailable", detail), echo)
                .put("retryAfter", retryAfter.toMillis())
                .toString();
    }

    /** @param again when there may be room for what there is none for now */
    static String taken(Receipt receipt, Frame.Echo echo, Duration again) {
        return switch (receipt) {
            case TAKEN, REPEATED, TOO_FAR_BEHIND, LATE, WITHHELD -> ack(echo);
            case UNKNOWN, OUTDONE, LIMITED, UNREACHABLE -> invalid(echo, "no such conversation");
            case FULL -> unavailable(echo, "wait until somebody has read", again);
        };
    }

    private static ObjectNode error(String code, String detail) {
        return frame("error").put("code", code).put("detail", detail);
    }

    private static ObjectNode with(ObjectNode frame, Frame.Echo echo) {
        if (echo.source() != null) {
            frame.put("source", echo.source());
        }
        if (echo.seq() != null) {
            frame.put("seq", echo.seq());
        }
        if (echo.id() != null) {
            frame.put("id", echo.id());
        }
        return frame;
    }

    private static ObjectNode frame(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
