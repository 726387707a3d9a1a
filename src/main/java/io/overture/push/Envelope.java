package io.overture.push;

import java.util.Optional;

/**
 * How messages of one kind travel between nodes of two releases: the version of the kind, a space, and what is said. A
 * version this release does not know is not read at all. A release that knows a newer one sends the older for as long as nodes
 * that know no other may run.
 */
record Envelope(String kind, int version) {

    String around(String text) {
        return version + " " + text;
    }

    /** What is said; empty: in a version that is not ours. */
    Optional<String> open(String message) {
        var ours = version + " ";
        return message.startsWith(ours) ? Optional.of(message.substring(ours.length())) : Optional.empty();
    }
}
