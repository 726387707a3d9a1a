package io.overture.push;

import java.util.ArrayList;
import java.util.List;

/**
 * Frames for several sockets of one node, as they travel between nodes: a line of socket ids with spaces between, then a
 * line each for the frames, which as compact JSON have no line breaks of their own.
 */
record Parcel(List<String> sockets, List<String> frames) {

    Parcel {
        sockets = List.copyOf(sockets);
        frames = List.copyOf(frames);
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add(String.join(" ", sockets));
        lines.addAll(frames);
        return String.join("\n", lines);
    }

    static Parcel of(String text) {
        var lines = List.of(text.split("\n", -1));
        var sockets = lines.getFirst().isEmpty()
                ? List.<String>of()
                : List.of(lines.getFirst().split(" "));
        return new Parcel(sockets, lines.subList(1, lines.size()));
    }
}
