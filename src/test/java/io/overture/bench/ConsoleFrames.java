package io.overture.bench;

import io.vertx.core.json.JsonObject;

/** What an advisor's console says on its socket. A frame's {@code ref} begins with the conversation it is about. */
final class ConsoleFrames {

    private static final char BETWEEN = '_';

    private ConsoleFrames() {}

    static String hello(String device) {
        return new JsonObject().put("type", "hello").put("device", device).encode();
    }

    static String available() {
        return new JsonObject()
                .put("type", "presence")
                .put("ref", "available")
                .put("state", "available")
                .encode();
    }

    static String claim(String conversation) {
        return about("claim", conversation, "claim").encode();
    }

    static String end(String conversation) {
        return about("end", conversation, "end").encode();
    }

    static String say(String conversation, String id, String text) {
        return about("say", conversation, id).put("id", id).put("text", text).encode();
    }

    /** The conversation a frame is about, by what answers it repeat. */
    static String conversation(JsonObject frame) {
        var ref = frame.getString("ref", "");
        return frame.getString("conversation", ref.substring(0, Math.max(0, ref.lastIndexOf(BETWEEN))));
    }

    /** What was asked about it: a word, or a message's id. */
    static String asked(JsonObject answer) {
        var ref = answer.getString("ref");
        return ref.substring(ref.lastIndexOf(BETWEEN) + 1);
    }

    private static JsonObject about(String type, String conversation, String asked) {
        return new JsonObject()
                .put("type", type)
                .put("ref", conversation + BETWEEN + asked)
                .put("conversation", conversation);
    }
}
