package io.overture.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a visitor's page says on its socket. */
final class PageFrames {

    /** A market in which the bench's book invites nobody: whoever comes from there stays in the boutique, and is seen. */
    static final String UNINVITED = "quiet";

    private static final String PIECE = "W-900";
    private static final int PRICE = 42_000;

    private PageFrames() {}

    static String hello(String id, String market) {
        return frame("hello")
                .put("site", "demo")
                .put("visitor", id)
                .put("session", "s" + id)
                .put("consent", new JsonObject().put("analytics_storage", "granted"))
                .put("context", new JsonObject().put("language", "en").put("market", market))
                .encode();
    }

    /** Looks at a precious piece, which is viewed first in the first batch: the third look is a moment. */
    static String looks(int seq, String... topics) {
        long now = System.currentTimeMillis();
        var events = new JsonArray();
        if (seq == 1) {
            events.add(view(PIECE, PRICE, now));
        }
        for (var topic : topics) {
            events.add(event(
                    "view_detail", now, new JsonObject().put("topic", topic).put("item_id", PIECE)));
        }
        return beacon(seq, now, events);
    }

    /** A view of another piece: what is at stake is another amount then, and so is what advisors see of her. */
    static String turnsTo(int seq) {
        long now = System.currentTimeMillis();
        return beacon(seq, now, new JsonArray().add(view("W-9" + seq % 100, PRICE + 1_000 * (seq % 7), now)));
    }

    static String accepts(String invitation) {
        return frame("invitation")
                .put("id", invitation)
                .put("response", "accepted")
                .put("channel", "chat")
                .encode();
    }

    static String message(String conversation, String id, String text) {
        return frame("message")
                .put("conversation", conversation)
                .put("id", id)
                .put("text", text)
                .encode();
    }

    private static JsonObject frame(String type) {
        return new JsonObject().put("type", type);
    }

    private static String beacon(int seq, long now, JsonArray events) {
        return frame("beacon")
                .put("source", "p1")
                .put("seq", seq)
                .put("sentAt", now)
                .put("events", events)
                .encode();
    }

    private static JsonObject view(String item, int price, long at) {
        var line = new JsonObject().put("item_id", item).put("price", price).put("quantity", 1);
        return event("view_item", at, new JsonObject().put("currency", "EUR").put("items", new JsonArray().add(line)));
    }

    private static JsonObject event(String name, long at, JsonObject params) {
        return new JsonObject().put("name", name).put("at", at).put("params", params);
    }
}
