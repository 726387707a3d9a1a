package io.overture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a check found, by the service or from here.
 *
 * @param state {@code ok}, {@code warn} or {@code fail}
 * @param see where it is described; empty: nowhere
 */
record Finding(String id, String state, String says, String see) {

    static final String OK = "ok";
    static final String WARN = "warn";
    static final String FAIL = "fail";

    static Finding of(JsonNode json) {
        return new Finding(
                json.path("id").asText(),
                json.path("state").asText(FAIL),
                json.path("says").asText(),
                json.path("see").asText(""));
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("state", state)
                .put("says", says);
        return see.isEmpty() ? json : json.put("see", see);
    }
}
