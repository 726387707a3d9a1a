package io.overture.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON in which what is unknown or empty is not there; instants are epoch milliseconds. */
final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static @Nullable JsonNode text(@Nullable String text) {
        return text == null ? null : NODES.textNode(text);
    }

    static @Nullable JsonNode instant(@Nullable Instant at) {
        return at == null ? null : NODES.numberNode(at.toEpochMilli());
    }

    static @Nullable JsonNode texts(Collection<String> texts) {
        return list(texts, NODES::textNode);
    }

    static <T> @Nullable JsonNode list(Collection<T> all, Function<T, ? extends JsonNode> each) {
        if (all.isEmpty()) {
            return null;
        }
        ArrayNode list = NODES.arrayNode();
        all.forEach(one -> list.add(each.apply(one)));
        return list;
    }

    static ObjectNode with(ObjectNode json, String name, @Nullable JsonNode value) {
        if (value != null) {
            json.set(name, value);
        }
        return json;
    }

    static ObjectNode with(ObjectNode json, String name, @Nullable String text) {
        return with(json, name, text(text));
    }

    static ObjectNode with(ObjectNode json, String name, @Nullable Instant at) {
        return with(json, name, instant(at));
    }
}
