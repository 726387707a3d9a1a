package io.overture.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;

/** The journal, as a lead of the house reads it. */
record Ledger(URI node) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Everything of the visitor who has a session of this digest, in order; nothing before her first beacon in it. */
    List<JsonNode> of(String session) {
        var all = RestAssured.given()
                .auth()
                .preemptive()
                .basic("lead", "lead")
                .queryParam("site", "demo")
                .get(node + "/v1/journal")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(Ledger::json)
                .toList();
        return all.stream()
                .filter(line -> line.path("session").asText().equals(session))
                .map(line -> line.path("visitor").asText())
                .findFirst()
                .map(name -> all.stream()
                        .filter(line -> line.path("visitor").asText().equals(name))
                        .toList())
                .orElse(List.of());
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }
}
