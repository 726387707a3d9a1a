package io.overture.wire;

import org.jspecify.annotations.Nullable;

/** Where in a tree something stands. */
public record TreePlace(@Nullable TreePlace in, String key) {

    public static final TreePlace ROOT = new TreePlace(null, "");

    public TreePlace of(String child) {
        return new TreePlace(this, child);
    }

    public TreePlace of(int index) {
        return new TreePlace(this, Integer.toString(index));
    }

    /** As RFC 6901 writes it; the root is the empty string. */
    public String pointer() {
        return in == null ? "" : in.pointer() + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
