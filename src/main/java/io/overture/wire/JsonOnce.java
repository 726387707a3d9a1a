package io.overture.wire;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON text that is gone over once: what it takes to find its fields serves the next text on the same thread. */
public final class JsonOnce {

    private JsonOnce() {}

    /**
     * As {@link JsonText#read(byte[], Flaws)}. Null: it is none, or no JSON, which is a flaw of the whole.
     *
     * @param then makes something of the fields, and keeps none of them
     */
    public static <T> @Nullable T read(byte[] bytes, Flaws flaws, Function<Fields, T> then) {
        var fields = JsonText.read(bytes, flaws);
        if (fields == null) {
            return null;
        }
        try {
            return then.apply(fields);
        } finally {
            fields.outline.leave();
        }
    }
}
