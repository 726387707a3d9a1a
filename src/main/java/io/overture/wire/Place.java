package io.overture.wire;

import org.jspecify.annotations.Nullable;

/** Where in a document something stands. Written out only when there is something to say about it. */
public record Place(@Nullable Place in, String key) {

    public static final Place ROOT = new Place(null, "");

    public Place of(String child) {
        return new Place(this, child);
    }

    public Place of(int index) {
        return new Place(this, Integer.toString(index));
    }

    /** As RFC 6901 writes it; the root is the empty string. */
    public String pointer() {
        return in == null ? "" : in.pointer() + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
