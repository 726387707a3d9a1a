package io.overture.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Out} wrote, each from the token it begins with, which has been read. Components that a later release appended to a record are passed over. */
final class In {

    private static final int INSTANT_BITS = 6;
    private static final int INSTANTS = 1 << INSTANT_BITS;

    /** Of characters; longer texts are referred to when they occur again. */
    private static final int SHORT = 2;

    private static final int SHORT_TEXTS = 128;

    private final JsonParser from;
    private final int format;
    private final Row<?> row = Row.from(this);
    private Instant base = Instant.EPOCH;
    private long baseMillis;

    /** Read of late: much of a visitor happened at the same instants. */
    private final @Nullable Instant[] instants = new @Nullable Instant[INSTANTS];

    /** Read of late: a reference would be longer than these texts, and there may be thousands of them. */
    private final @Nullable String[] shortTexts = new @Nullable String[SHORT_TEXTS];

    /** To read lists into. */
    private long[] millis = new long[INSTANTS];

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
        int length = from.getTextLength();
        return length <= SHORT ? shortText(length) : from.getText();
    }

    private String shortText(int length) throws IOException {
        if (length == 0) {
            return "";
        }
        var chars = from.getTextCharacters();
        int start = from.getTextOffset();
        char first = chars[start];
        char last = chars[start + length - 1];
        int place = (length == 1 ? first : 31 * first + last) & SHORT_TEXTS - 1;
        var known = shortTexts[place];
        if (known == null || known.length() != length || known.charAt(0) != first || known.charAt(length - 1) != last) {
            known = from.getText();
            shortTexts[place] = known;
        }
        return known;
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

    /** An instant, in epoch milliseconds. */
    long millis() throws IOException {
        return baseMillis - from.getLongValue();
    }

    /**
     * A list of instants, in epoch milliseconds.
     *
     * @param each so many of them make a record; 0: each stands by itself
     */
    long[] listOfMillis(int each) throws IOException {
        open();
        int size = 0;
        while (from.nextToken() != JsonToken.END_ARRAY) {
            if (size + each >= millis.length) {
                millis = Arrays.copyOf(millis, 2 * millis.length);
            }
            if (each == 0) {
                millis[size++] = millis();
            } else {
                open();
                for (int i = 0; i < each; i++) {
                    from.nextToken();
                    millis[size++] = millis();
                }
                close();
            }
        }
        return Arrays.copyOf(millis, size);
    }

    Instant instant() throws IOException {
        long at = millis();
        int place = (int) (at ^ at >>> INSTANT_BITS) & INSTANTS - 1;
        var known = instants[place];
        if (known == null || known.toEpochMilli() != at) {
            known = Instant.ofEpochMilli(at);
            instants[place] = known;
        }
        return known;
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
        // Most are written in the order of their keys, and kept in it.
        var values = new LinkedHashMap<K, V>();
        do {
            var k = key.read(this);
            values.put(k, next(value));
        } while (from.nextToken() != JsonToken.END_ARRAY);
        return values;
    }
}
