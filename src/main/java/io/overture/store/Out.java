package io.overture.store;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes the body of a value: records are arrays of their components in order, absent is null, amounts are their exact
 * text, instants milliseconds before {@code base}, which are few and therefore short. Mirrored by {@link In}.
 */
final class Out {

    private final JsonGenerator to;
    private final long base;
    private final int format;
    private final Row<?> row = Row.to(this);

    /** @param format the value's, of those {@link Codec} knows */
    Out(JsonGenerator to, Instant base, int format) {
        this.to = to;
        this.base = base.toEpochMilli();
        this.format = format;
    }

    /** The record at hand. */
    Row<?> row() {
        return row;
    }

    /** The value's. */
    int format() {
        return format;
    }

    /** Opens a record of so many components. */
    void open(int components) throws IOException {
        to.writeStartArray(null, components);
    }

    void close() throws IOException {
        to.writeEndArray();
    }

    void nothing() throws IOException {
        to.writeNull();
    }

    void text(String value) throws IOException {
        to.writeString(value);
    }

    void number(long value) throws IOException {
        to.writeNumber(value);
    }

    void flag(boolean value) throws IOException {
        to.writeBoolean(value);
    }

    void instant(Instant value) throws IOException {
        to.writeNumber(base - value.toEpochMilli());
    }

    /** The same of epoch milliseconds. */
    void millis(long value) throws IOException {
        to.writeNumber(base - value);
    }

    <T> void list(List<T> values, Kind<T> each) throws IOException {
        int size = values.size();
        to.writeStartArray(null, size);
        for (int i = 0; i < size; i++) {
            each.write(this, values.get(i));
        }
        to.writeEndArray();
    }

    <K, V> void map(Map<K, V> values, Kind<K> key, Kind<V> value) throws IOException {
        to.writeStartArray(null, values.size() * 2);
        values.forEach((k, v) -> {
            try {
                key.write(this, k);
                value.write(this, v);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        to.writeEndArray();
    }
}
