package io.overture.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes one compact JSON object. What is null is left out; instants are epoch milliseconds, amounts plain numbers. Its room
 * serves one object after the other on a thread, so that an object costs no more than its own text.
 */
public final class JsonOut {

    /** Part of an object. */
    @FunctionalInterface
    public interface Part {
        void write(JsonOut out) throws IOException;
    }

    /** How an element of an array is written, as the fields of an object. */
    @FunctionalInterface
    public interface Fields<T> {
        void write(JsonOut out, T value) throws IOException;
    }

    private static final int USUAL_SIZE = 1024;

    /** What an object larger than nearly all has made it take is given back afterwards. */
    private static final int MOST_KEPT = 64 * 1024;

    private static final ThreadLocal<JsonOut> ROOM = ThreadLocal.withInitial(JsonOut::new);
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private StringBuilder to = new StringBuilder(USUAL_SIZE);
    private boolean isInUse;

    private JsonOut() {}

    public static String object(Part fields) {
        return written(fields, StringBuilder::toString);
    }

    /** The same, as UTF-8. */
    public static byte[] utf8(Part fields) {
        return written(fields, JsonOut::utf8);
    }

    private static <T> T written(Part fields, Function<StringBuilder, T> as) {
        var here = ROOM.get();
        // A part may need an object of its own meanwhile.
        var out = here.isInUse ? new JsonOut() : here;
        out.isInUse = true;
        try {
            out.to.append('{');
            fields.write(out);
            out.to.append('}');
            return as.apply(out.to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            out.isInUse = false;
            out.clear();
        }
    }

    private void clear() {
        if (to.capacity() > MOST_KEPT) {
            to = new StringBuilder(USUAL_SIZE);
        } else {
            to.setLength(0);
        }
    }

    private static byte[] utf8(StringBuilder text) {
        var bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return text.toString().getBytes(StandardCharsets.UTF_8);
            }
            bytes[i] = (byte) c;
        }
        return bytes;
    }

    public JsonOut text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            name(name);
            quoted(value);
        }
        return this;
    }

    public JsonOut number(String name, long value) throws IOException {
        name(name);
        to.append(value);
        return this;
    }

    public JsonOut amount(String name, @Nullable BigDecimal value) throws IOException {
        if (value != null) {
            name(name);
            to.append(value.toPlainString());
        }
        return this;
    }

    public JsonOut flag(String name, boolean value) throws IOException {
        name(name);
        to.append(value);
        return this;
    }

    public JsonOut instant(String name, @Nullable Instant value) throws IOException {
        return value == null ? this : number(name, value.toEpochMilli());
    }

    public JsonOut texts(String name, Collection<String> values) throws IOException {
        name(name);
        to.append('[');
        for (var value : values) {
            next();
            quoted(value);
        }
        to.append(']');
        return this;
    }

    public JsonOut object(String name, Part fields) throws IOException {
        name(name);
        to.append('{');
        fields.write(this);
        to.append('}');
        return this;
    }

    public <T> JsonOut array(String name, Collection<T> values, Fields<T> fields) throws IOException {
        name(name);
        to.append('[');
        for (var value : values) {
            next();
            to.append('{');
            fields.write(this, value);
            to.append('}');
        }
        to.append(']');
        return this;
    }

    private void name(String name) {
        next();
        quoted(name);
        to.append(':');
    }

    /** Nothing stands before the first of an object or an array. */
    private void next() {
        char last = to.charAt(to.length() - 1);
        if (last != '{' && last != '[') {
            to.append(',');
        }
    }

    private void quoted(String text) {
        to.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                to.append(text, done, i);
                escaped(c);
                done = i + 1;
            }
        }
        to.append(text, done, text.length()).append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"', '\\' -> to.append('\\').append(c);
            case '\b' -> to.append("\\b");
            case '\t' -> to.append("\\t");
            case '\n' -> to.append("\\n");
            case '\f' -> to.append("\\f");
            case '\r' -> to.append("\\r");
            default -> to.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
        }
    }
}
