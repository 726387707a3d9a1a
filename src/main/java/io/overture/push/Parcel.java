package io.overture.push;

import io.overture.trace.Traceparent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frames for several sockets of one node, as they travel between nodes: a line of socket ids with spaces between, then a
 * line each for the frames, which as compact JSON have no line breaks of their own. Among the sockets there may be the span
 * that sent it, {@code traceparent=…}: a node that does not know of it looks for a socket of that name, and finds none.
 *
 * @param traceparent of the span that sent it; null when it is not followed
 */
record Parcel(
        List<String> sockets, List<String> frames, @Nullable String traceparent) {

    private static final String TRACE = Traceparent.HEADER + "=";

    Parcel {
        sockets = List.copyOf(sockets);
        frames = List.copyOf(frames);
    }

    String text() {
        var lines = new ArrayList<String>();
        var ids = String.join(" ", sockets);
        lines.add(traceparent == null ? ids : ids + " " + TRACE + traceparent);
        lines.addAll(frames);
        return String.join("\n", lines);
    }

    static Parcel of(String text) {
        var lines = List.of(text.split("\n", -1));
        var sockets = lines.getFirst().isEmpty()
                ? List.<String>of()
                : List.of(lines.getFirst().split(" "));
        var frames = lines.subList(1, lines.size());
        if (sockets.isEmpty() || !sockets.getLast().startsWith(TRACE)) {
            return new Parcel(sockets, frames, null);
        }
        return new Parcel(
                sockets.subList(0, sockets.size() - 1),
                frames,
                sockets.getLast().substring(TRACE.length()));
    }
}
