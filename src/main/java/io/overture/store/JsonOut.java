package io.overture.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes one compact JSON object. What is null is left out; instants are epoch milliseconds, amounts plain numbers. */
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

    private static final int USUAL_SIZE = 512;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonGenerator to;

    private JsonOut(JsonGenerator to) {
        this.to = to;
    }

    public static String object(Part fields) {
        var text = new StringWriter(USUAL_SIZE);
        try (var generator = JSON.createGenerator(text)) {
            generator.writeStartObject();
            fields.write(new JsonOut(generator));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    public JsonOut text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            to.writeStringField(name, value);
        }
        return this;
    }

    public JsonOut number(String name, long value) throws IOException {
        to.writeNumberField(name, value);
        return this;
    }

    public JsonOut amount(String name, @Nullable BigDecimal value) throws IOException {
        if (value != null) {
            to.writeNumberField(name, value);
        }
        return this;
    }

    public JsonOut flag(String name, boolean value) throws IOException {
        to.writeBooleanField(name, value);
        return this;
    }

    public JsonOut instant(String name, @Nullable Instant value) throws IOException {
        if (value != null) {
            to.writeNumberField(name, value.toEpochMilli());
        }
        return this;
    }

    public JsonOut texts(String name, Collection<String> values) throws IOException {
        to.writeArrayFieldStart(name);
        for (var value : values) {
            to.writeString(value);
        }
        to.writeEndArray();
        return this;
    }

    public JsonOut object(String name, Part fields) throws IOException {
        to.writeObjectFieldStart(name);
        fields.write(this);
        to.writeEndObject();
        return this;
    }

    public <T> JsonOut array(String name, Collection<T> values, Fields<T> fields) throws IOException {
        to.writeArrayFieldStart(name);
        for (var value : values) {
            to.writeStartObject();
            fields.write(this, value);
            to.writeEndObject();
        }
        to.writeEndArray();
        return this;
    }
}
