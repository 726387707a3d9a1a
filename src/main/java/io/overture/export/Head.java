package io.overture.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of every record before anything of its own.
 *
 * @param at epoch milliseconds
 * @param visitor the journal's name for the visitor; empty in what is about none
 */
record Head(long at, String visitor, String type) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Empty when that is no record. */
    static Optional<Head> of(String json) {
        long at = 0;
        var visitor = "";
        @Nullable String type = null;
        try (var parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (type == null && parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                switch (name) {
                    case "at" -> at = parser.getLongValue();
                    case "visitor" -> visitor = parser.getText();
                    case "type" -> type = value == JsonToken.VALUE_STRING ? parser.getText() : null;
                    default -> parser.skipChildren();
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return type == null ? Optional.empty() : Optional.of(new Head(at, visitor, type));
    }
}
