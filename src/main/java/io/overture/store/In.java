package io.overture.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Out} wrote. Components that a later release appended to a record are passed over. */
final class In {

    /** How a part of the visitor is read; the token it begins with has been read already. */
    @FunctionalInterface
    interface Reader<T> {
        T read(In in) throws IOException;
    }

    private final JsonParser from;
    private final int format;
    private long base;

    /** @param format the value's, of those {@link Codec} knows */
    In(JsonParser from, int format) {
        this.from = from;
        this.format = format;
    }

    /** Whether what came with a format was written. */
    boolean knows(int since) {
        return format >= since;
    }

    /** What instants count back from. */
    void base(Instant instant) {
        base = instant.toEpochMilli();
    }

    <T> T next(Reader<T> reader) throws IOException {
        from.nextToken();
        return reader.read(this);
    }

    <T> @Nullable T maybe(Reader<T> reader) throws IOException {
        return from.nextToken() == JsonToken.VALUE_NULL ? null : reader.read(this);
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
        return Instant.ofEpochMilli(base - from.getLongValue());
    }

    Duration duration() throws IOException {
        return Duration.ofMillis(from.getLongValue());
    }

    BigDecimal amount() throws IOException {
        return new BigDecimal(text());
    }

    BigMoney money() throws IOException {
        return BigMoney.parse(text());
    }

    static <E extends Enum<E>> Reader<E> word(Class<E> type) {
        return in -> Enum.valueOf(type, in.text());
    }

    <T> List<T> list(Reader<T> reader) throws IOException {
        from.nextToken();
        return listHere(reader);
    }

    /** A list whose first token has been read already. */
    <T> List<T> listHere(Reader<T> reader) throws IOException {
        open();
        var values = new ArrayList<T>();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            values.add(reader.read(this));
        }
        return values;
    }

    <K, V> Map<K, V> map(Reader<K> key, Reader<V> value) throws IOException {
        from.nextToken();
        return mapHere(key, value);
    }

    /** A map whose first token has been read already. */
    <K, V> Map<K, V> mapHere(Reader<K> key, Reader<V> value) throws IOException {
        open();
        var values = new HashMap<K, V>();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            var k = key.read(this);
            values.put(k, next(value));
        }
        return values;
    }
}
