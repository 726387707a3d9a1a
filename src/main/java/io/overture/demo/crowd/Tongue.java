package io.overture.demo.crowd;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** What members say to the service: frames of the visitor socket, as the wire contract has them. */
final class Tongue {

    /** The demo's one storefront. */
    static final String SITE = "demo";

    private static final String GRANTED = "granted";

    private Tongue() {}

    static JsonObject hello(String visitor, String session, Story.Guise guise) {
        var context = new JsonObject()
                .put("language", guise.language())
                .put("timeZone", guise.timeZone())
                .put("device", guise.device());
        if (guise.fromThePress()) {
            context.put(
                    "campaign",
                    new JsonObject()
                            .put("source", "gazette-du-soir")
                            .put("medium", "editorial")
                            .put("name", "the-noon-watch"));
        }
        return frame("hello")
                .put("site", SITE)
                .put("visitor", visitor)
                .put("session", session)
                .put(
                        "consent",
                        new JsonObject().put("analytics_storage", GRANTED).put("personalization_storage", GRANTED))
                .put("context", context);
    }

    static JsonObject beacon(String source, int seq, Instant now, Deed deed) {
        return frame("beacon")
                .put("source", source)
                .put("seq", seq)
                .put("sentAt", now.toEpochMilli())
                .put("events", new JsonArray().add(event(deed).put("at", now.toEpochMilli())));
    }

    static JsonObject answer(String invitation, String response) {
        return frame("invitation").put("id", invitation).put("response", response);
    }

    private static JsonObject event(Deed deed) {
        return switch (deed) {
            case Deed.Opens(String path) -> event("page_view", new JsonObject().put("page_location", path));
            case Deed.Lists(String category) ->
                event("view_item_list", items(Piece.of(category)).put("item_list_id", category));
            case Deed.Views(Piece piece) -> event("view_item", worth(piece));
            case Deed.Looks(Piece piece, String topic) ->
                event("view_detail", new JsonObject().put("item_id", piece.id()).put("topic", topic));
            case Deed.Stays(Piece piece, var time) ->
                event(
                        "user_engagement",
                        new JsonObject()
                                .put("item_id", piece.id())
                                .put("engagement_time_msec", time.toMillis())
                                .put("active", true));
            case Deed.Wishes(Piece piece) -> event("add_to_wishlist", worth(piece));
            case Deed.Adds(Piece piece) -> event("add_to_cart", worth(piece));
            case Deed.BeginsCheckout(Piece piece) -> event("begin_checkout", worth(piece));
            case Deed.Misses(String term) ->
                event("search", new JsonObject().put("search_term", term).put("results", 0));
        };
    }

    private static JsonObject worth(Piece piece) {
        return items(List.of(piece)).put("value", piece.price());
    }

    private static JsonObject items(List<Piece> pieces) {
        var items = new JsonArray();
        pieces.forEach(piece -> items.add(item(piece)));
        return new JsonObject().put("currency", "EUR").put("items", items);
    }

    private static JsonObject item(Piece piece) {
        return new JsonObject()
                .put("item_id", piece.id())
                .put("item_name", piece.name())
                .put("item_brand", "Aurelle")
                .put("item_category", piece.category())
                .put("item_category2", piece.line())
                .put("price", piece.price())
                .put("quantity", 1);
    }

    private static JsonObject event(String name, JsonObject params) {
        return new JsonObject().put("name", name).put("params", params);
    }

    private static JsonObject frame(String type) {
        return new JsonObject().put("type", type);
    }
}
