package io.overture.visitor;

import java.util.List;

/**
 * An open page of hers: a socket of a node's incarnation. Live only while that incarnation is.
 *
 * @param socket an id of the node's, and after it, each behind a full stop, where it was opened from; see {@link #places}
 */
public record Tab(String node, String socket) {

    private static final String STOP = ".";

    /** @param places as {@link #places} answers them */
    public static Tab of(String node, String socket, List<String> places) {
        return new Tab(node, places.isEmpty() ? socket : socket + STOP + String.join(STOP, places));
    }

    /**
     * Digests of the networks the page was opened from, the narrowest first, for limits that hold for an address at every
     * node. None for a page on the machine itself.
     */
    public List<String> places() {
        var parts = List.of(socket.split("\\.", -1));
        return parts.subList(1, parts.size());
    }
}
