package io.overture.intake;

import org.jspecify.annotations.Nullable;

/** Where in a document something stands. Written out only when there is something to say about it. */
record Place(@Nullable Place in, String key) {

    static final Place ROOT = new Place(null, "");

    Place of(String child) {
        return new Place(this, child);
    }

    Place of(int index) {
        return new Place(this, Integer.toString(index));
    }

    /** As RFC 6901 writes it; the root is the empty string. */
    String pointer() {
        return in == null ? "" : in.pointer() + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
