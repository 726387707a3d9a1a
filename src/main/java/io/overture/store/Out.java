package io.overture.store;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a value: records are arrays of their components in order, absent is null, amounts are their exact
 * text, instants milliseconds before {@code base}, which are few and therefore short. Mirrored by {@link In}.
 */
final class Out {

    /** How a part of the visitor is written. */
    @FunctionalInterface
    interface Writer<T> {
        void write(Out out, T value) throws IOException;
    }

    private final JsonGenerator to;
    private final long base;
    private final int format;

    /** @param format the value's, of those {@link Codec} knows */
    Out(JsonGenerator to, Instant base, int format) {
        this.to = to;
        this.base = base.toEpochMilli();
        this.format = format;
    }

    /** Whether what came with a format is to be written. */
    boolean knows(int since) {
        return format >= since;
    }

    /** Opens a record of so many components. */
    void open(int components) throws IOException {
        to.writeStartArray(null, components);
    }

    void close() throws IOException {
        to.writeEndArray();
    }

    void text(@Nullable String value) throws IOException {
        if (value == null) {
            to.writeNull();
        } else {
            to.writeString(value);
        }
    }

    void number(long value) throws IOException {
        to.writeNumber(value);
    }

    void flag(boolean value) throws IOException {
        to.writeBoolean(value);
    }

    void instant(@Nullable Instant value) throws IOException {
        if (value == null) {
            to.writeNull();
        } else {
            to.writeNumber(base - value.toEpochMilli());
        }
    }

    void duration(Duration value) throws IOException {
        to.writeNumber(value.toMillis());
    }

    void amount(BigDecimal value) throws IOException {
        to.writeString(value.toString());
    }

    void money(@Nullable BigMoney value) throws IOException {
        text(value == null ? null : value.toString());
    }

    void word(Enum<?> value) throws IOException {
        to.writeString(value.name());
    }

    <T> void maybe(@Nullable T value, Writer<T> writer) throws IOException {
        if (value == null) {
            to.writeNull();
        } else {
            writer.write(this, value);
        }
    }

    <T> void list(Collection<T> values, Writer<T> writer) throws IOException {
        to.writeStartArray(null, values.size());
        for (var value : values) {
            writer.write(this, value);
        }
        to.writeEndArray();
    }

    <K, V> void map(Map<K, V> values, Writer<K> key, Writer<V> value) throws IOException {
        to.writeStartArray(null, values.size() * 2);
        for (var entry : values.entrySet()) {
            key.write(this, entry.getKey());
            value.write(this, entry.getValue());
        }
        to.writeEndArray();
    }
}
