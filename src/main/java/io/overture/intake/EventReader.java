package io.overture.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.visitor.Event;
import io.overture.wire.Fields;
import io.overture.wire.Flaws;
import io.overture.wire.Numbers;
import io.overture.wire.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event of a beacon: its name, its instant, what it means to us, and a few of its parameters for the book. */
final class EventReader {

    static final int LONGEST_NAME = 40;
    static final int MOST_PARAMS = 32;
    static final int KEPT_PARAMS = 8;
    static final int LONGEST_KEPT = 64;

    private EventReader() {}

    /** Empty: it is too old to be believed. */
    static Optional<Event> read(Fields fields, Shift shift) {
        var name = fields.requiredText("name", 1, LONGEST_NAME);
        long at = fields.requiredInteger("at", 0, Fields.MOST_INTEGER);
        var params = params(fields);
        var meaning = Meanings.of(name, params);
        return shift.of(at).map(instant -> new Event(name, instant, kept(name, params), meaning));
    }

    private static Fields params(Fields fields) {
        var params = fields.object("params");
        if (params == null) {
            return new Fields(new ObjectNode(JsonNodeFactory.instance), Place.ROOT, new Flaws());
        }
        long count = params.node().properties().stream()
                .filter(each -> !each.getValue().isNull())
                .count();
        if (count > MOST_PARAMS) {
            params.flaw("must have at most %d fields".formatted(MOST_PARAMS));
        }
        return params;
    }

    /** Engaged time comes every few seconds and its parameters are all in its meaning. */
    private static Map<String, String> kept(String name, Fields params) {
        if (name.equals(Event.USER_ENGAGEMENT)) {
            return Map.of();
        }
        var kept = new LinkedHashMap<String, String>();
        int scalars = 0;
        for (var each : params.node().properties()) {
            var text = canonical(each.getValue());
            if (text == null) {
                continue;
            }
            if (++scalars > KEPT_PARAMS) {
                break;
            }
            if (text.length() <= LONGEST_KEPT && each.getKey().length() <= LONGEST_NAME) {
                kept.put(each.getKey(), text);
            }
        }
        return kept;
    }

    private static @Nullable String canonical(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.textValue();
            case NUMBER -> Numbers.plain(value.decimalValue()).toPlainString();
            case BOOLEAN -> value.asText();
            case ARRAY, OBJECT, NULL, MISSING, BINARY, POJO -> null;
        };
    }
}
