package io.overture.store;

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

    private final Cbor to;
    private final long base;
    private final int format;
    private final Row<?> row = Row.to(this);

    /** @param format the value's, of those {@link Codec} knows */
    Out(Cbor to, Instant base, int format) {
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
        to.open(components);
    }

    /** @throws IOException the record at hand has other than as many components as it was opened with */
    void close() throws IOException {
        to.close();
    }

    void nothing() throws IOException {
        to.nothing();
    }

    void text(String value) throws IOException {
        to.text(value);
    }

    void number(long value) throws IOException {
        to.number(value);
    }

    void flag(boolean value) throws IOException {
        to.flag(value);
    }

    void instant(Instant value) throws IOException {
        to.number(base - value.toEpochMilli());
    }

    /** The same of epoch milliseconds. */
    void millis(long value) throws IOException {
        to.number(base - value);
    }

    /** By number, for an iterator would be made for each of many short lists. */
    <T> void list(List<T> values, Kind<T> each) throws IOException {
        int size = values.size();
        to.open(size);
        for (int i = 0; i < size; i++) {
            each.write(this, values.get(i));
        }
        to.close();
    }

    <K, V> void map(Map<K, V> values, Kind<K> key, Kind<V> value) throws IOException {
        to.open(values.size() * 2);
        // Most are empty, and even of these a function would be made.
        if (!values.isEmpty()) {
            values.forEach((k, v) -> {
                try {
                    key.write(this, k);
                    value.write(this, v);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        to.close();
    }
}
