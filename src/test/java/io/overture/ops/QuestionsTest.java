package io.overture.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.overture.RedisResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that are asked wrongly are answered so, with the name of what is wrong, at whichever door. */
@QuarkusTest
@WithTestResource(RedisResource.class)
class QuestionsTest {

    private record Asked(String path, String method, String parameter) {}

    @Test
    void whatever_is_not_text_and_cannot_be_read_is_named() throws IOException {
        var all = parameters();

        assertThat(all).extracting(Asked::parameter).contains("from", "to", "follow", "most", "force");
        for (var each : all) {
            var answer = operator()
                    .queryParam(each.parameter(), "maybe")
                    .request(
                            Method.valueOf(each.method().toUpperCase(Locale.ROOT)),
                            each.path().replaceAll("\\{[^}]*}", "x"));
            assertThat(answer.statusCode()).as(each.toString()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("errors[0].pointer"))
                    .as(each.toString())
                    .isEqualTo("/" + each.parameter());
        }
    }

    @Test
    void a_cursor_that_is_empty_is_named() {
        operator().get("/v1/journal?after=").then().statusCode(400).body("errors[0].pointer", equalTo("/after"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/journal, site",
        "/v1/journal?follow=true, after",
        "/v1/journal?after=start&from=0, after",
        "/v1/dossier/openings?before=x, before",
        "/v1/dossier/openings?most=0, most"
    })
    void whatever_does_not_fit_together_is_named_in_the_same_way(String question, String parameter) {
        operator()
                .get(question)
                .then()
                .statusCode(400)
                .body("title", equalTo("Not a valid question"))
                .body("errors[0].pointer", equalTo("/" + parameter));
    }

    @Test
    void a_site_that_is_not_there_is_said_to_be_missing() {
        for (var question : List.of("site=elsewhere", "site=elsewhere&after=start")) {
            operator()
                    .get("/v1/journal?" + question)
                    .then()
                    .statusCode(404)
                    .body("title", containsString("no such site"));
        }
    }

    /** Of all doors, by the document of the API. */
    private static List<Asked> parameters() throws IOException {
        var document = operator()
                .accept("application/json")
                .get("/openapi?format=json")
                .asString();
        var all = new ArrayList<Asked>();
        new ObjectMapper()
                .readTree(document)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> method.getValue().path("parameters").forEach(parameter -> {
                            if (isQueryOfNoText(parameter)) {
                                all.add(new Asked(
                                        path.getKey(),
                                        method.getKey(),
                                        parameter.path("name").asText()));
                            }
                        })));
        return all;
    }

    private static boolean isQueryOfNoText(JsonNode parameter) {
        var type = parameter.path("schema").path("type").asText();
        return parameter.path("in").asText().equals("query") && !type.equals("string") && !type.equals("array");
    }

    private static RequestSpecification operator() {
        return given().auth().preemptive().basic("operator", "operator");
    }
}
