package io.overture.intake;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.UncheckedIOException;

/** Valid beacons and frames to spoil, one place at a time. */
final class Documents {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static final String VISITOR = "v7QvisitorvisitorvisitorVISITOR";
    static final String SESSION = "s3fsessionsessionsession";

    static final String BEACON = """
            {"site": "demo", "visitor": "v7QvisitorvisitorvisitorVISITOR", "session": "s3fsessionsessionsession",
             "source": "p1", "seq": 12, "sentAt": 1764000000000,
             "consent": {"analytics_storage": "granted", "personalization_storage": "granted"},
             "client": "a.b.c",
             "context": {"language": "fr-FR", "timeZone": "Europe/Paris", "market": "fr", "device": "desktop",
                         "referrer": "https://www.example.com/a?b=c",
                         "campaign": {"source": "vogue", "medium": "editorial", "name": "ss27"}},
             "events": [
               {"name": "view_item", "at": 1763999990000,
                "params": {"currency": "EUR", "value": 12500.00,
                           "items": [{"item_id": "W-100", "item_name": "Méridienne", "item_category": "watches",
                                      "item_category2": "dive", "item_brand": "Aurelle", "price": 12500.00,
                                      "quantity": 1}]}},
               {"name": "user_engagement", "at": 1763999995000,
                "params": {"engagement_time_msec": 5000, "item_id": "W-100", "active": true}},
               {"name": "search", "at": 1763999996000, "params": {"search_term": "onyx", "results": 0}},
               {"name": "view_detail", "at": 1763999997000, "params": {"topic": "sizing"}},
               {"name": "purchase", "at": 1763999998000, "params": {"transaction_id": "T-1"}}]}
            """;

    private Documents() {}

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With another value at a pointer; {@code -} takes it away. */
    static String with(String document, String pointer, String value) {
        var root = read(document);
        var at = JsonPointer.compile(pointer);
        var last = at.last().getMatchingProperty();
        switch (root.at(at.head())) {
            case ObjectNode object when value.equals("-") -> object.remove(last);
            case ObjectNode object -> object.putRawValue(last, new RawValue(value));
            case ArrayNode array -> array.set(at.last().getMatchingIndex(), read(value));
            default -> throw new IllegalArgumentException("nothing at " + pointer);
        }
        return root.toString();
    }
}
