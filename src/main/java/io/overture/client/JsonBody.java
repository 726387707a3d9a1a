package io.overture.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.overture.document.Document;
import io.overture.document.Errors;
import io.overture.document.Format;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads a text as JSON, within the bounds of a {@link Document}. */
public final class JsonBody {

    private static final int DEEPEST = 8;

    private static final ObjectMapper STORED = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private JsonBody() {}

    /**
     * What it says, as a form; one with a flaw when it is no JSON object.
     *
     * @param mostBytes no body here is larger
     */
    public static Form read(byte[] body, int mostBytes) {
        var errors = new Errors();
        return Document.read(body, Format.JSON, mostBytes, DEEPEST, errors)
                .map(root -> Form.of(root, errors.inOrder()))
                .orElseGet(() -> Form.unreadable(errors.inOrder()));
    }

    /** What we wrote ourselves. */
    public static JsonNode stored(String json) {
        try {
            return STORED.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("what is stored is no JSON", e);
        }
    }
}
