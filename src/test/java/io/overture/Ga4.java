package io.overture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Events as a shop's {@code dataLayer} has them, happening now unless told otherwise. */
public final class Ga4 {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Ga4() {}

    public static ObjectNode view(String item, String category, int euros) {
        return event("view_item", withItem(JSON.objectNode(), item, category, euros));
    }

    public static ObjectNode addToCart(String item, String category, int euros) {
        return event("add_to_cart", withItem(JSON.objectNode(), item, category, euros));
    }

    public static ObjectNode wish(String item, String category, int euros) {
        return event("add_to_wishlist", withItem(JSON.objectNode(), item, category, euros));
    }

    public static ObjectNode purchase(String transaction, String item, String category, int euros) {
        return event("purchase", withItem(JSON.objectNode().put("transaction_id", transaction), item, category, euros));
    }

    public static ObjectNode beginCheckout() {
        return event("begin_checkout", JSON.objectNode());
    }

    public static ObjectNode look(String topic, String item) {
        return event("view_detail", JSON.objectNode().put("topic", topic).put("item_id", item));
    }

    public static ObjectNode search(int results) {
        return event("search", JSON.objectNode().put("search_term", "blue").put("results", results));
    }

    public static ObjectNode engaged(String item, Duration time) {
        return event(
                "user_engagement",
                JSON.objectNode()
                        .put("item_id", item)
                        .put("engagement_time_msec", time.toMillis())
                        .put("active", true));
    }

    public static ObjectNode named(String name) {
        return event(name, JSON.objectNode());
    }

    /** The same, so long ago. */
    public static ObjectNode ago(Duration past, ObjectNode event) {
        return event.put("at", event.get("at").longValue() - past.toMillis());
    }

    private static ObjectNode event(String name, ObjectNode params) {
        var event = JSON.objectNode().put("name", name).put("at", System.currentTimeMillis());
        event.set("params", params);
        return event;
    }

    private static ObjectNode withItem(ObjectNode params, String item, String category, int euros) {
        params.put("currency", "EUR").put("value", euros);
        params.putArray("items")
                .addObject()
                .put("item_id", item)
                .put("item_name", item)
                .put("item_category", category)
                .put("price", euros)
                .put("quantity", 1);
        return params;
    }
}
