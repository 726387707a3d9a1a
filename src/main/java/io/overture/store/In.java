package io.overture.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Out} wrote, each from the token it begins with, which has been read. Components that a later release appended to a record are passed over. */
final class In {

    private final JsonParser from;
    private final int format;
    private final Row<?> row = Row.from(this);
    private Instant base = Instant.EPOCH;
    private long baseMillis;

    /** @param format the value's, of those {@link Codec} knows */
    In(JsonParser from, int format) {
        this.from = from;
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

    /** What instants count back from. */
    void base(Instant instant) {
        base = instant;
        baseMillis = instant.toEpochMilli();
    }

    Instant base() {
        return base;
    }

    <T> T next(Kind<T> kind) throws IOException {
        from.nextToken();
        return kind.read(this);
    }

    <T> @Nullable T maybe(Kind<T> kind) throws IOException {
        return from.nextToken() == JsonToken.VALUE_NULL ? null : kind.read(this);
    }

    /** Checks that a record begins here. */
    void open() throws IOException {
        if (!from.isExpectedStartArrayToken()) {
            throw new IOException("a record was expected, not " + from.currentToken());
        }
    }

    /** Passes over what follows of the record. */
    void close() throws IOException {
        while (from.nextToken() != JsonToken.END_ARRAY) {
            if (from.currentToken() == null) {
                throw new IOException("the value ends within a record");
            }
            from.skipChildren();
        }
    }

    String text() throws IOException {
        if (from.currentToken() != JsonToken.VALUE_STRING) {
            throw new IOException("text was expected, not " + from.currentToken());
        }
        return from.getText();
    }

    long number() throws IOException {
        return from.getLongValue();
    }

    int count() throws IOException {
        return from.getIntValue();
    }

    boolean flag() throws IOException {
        return from.getBooleanValue();
    }

    Instant instant() throws IOException {
        return Instant.ofEpochMilli(baseMillis - from.getLongValue());
    }

    <T> List<T> list(Kind<T> each) throws IOException {
        open();
        if (from.nextToken() == JsonToken.END_ARRAY) {
            return List.of();
        }
        var values = new ArrayList<T>();
        do {
            values.add(each.read(this));
        } while (from.nextToken() != JsonToken.END_ARRAY);
        return values;
    }

    <K, V> Map<K, V> map(Kind<K> key, Kind<V> value) throws IOException {
        open();
        if (from.nextToken() == JsonToken.END_ARRAY) {
            return Map.of();
        }
        var values = new HashMap<K, V>();
        do {
            var k = key.read(this);
            values.put(k, next(value));
        } while (from.nextToken() != JsonToken.END_ARRAY);
        return values;
    }
}
