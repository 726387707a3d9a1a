package io.overture.roster;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.overture.RedisResource;
import io.overture.document.Document;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RedisResource.class)
class DesksResourceTest {

    private static final String YAML = "application/yaml";
    private static final String NONE = "desks: []\n";
    private static final String DESK = """
            desks:
              - id: paris # ours
                languages: [fr]
                hours: {zone: Europe/Paris, week: {daily: "10:00-19:00"}}
                webhook: {url: "https://centre.example.com/in", secret: 0123456789abcdef0123456789abcdef}
                advisors: [{id: ada, name: Ada, title: Advisor}]
            """;

    /** The application is shared, and offers need no slots where there are no desks. */
    @AfterEach
    void nobody() {
        as("lead").contentType(YAML).body(NONE).when().put("/v1/desks").then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead", "operator"})
    void what_is_put_is_in_force_as_it_was_written(String role) {
        var tag = as(role).contentType(YAML).body(DESK).when().put("/v1/desks").header("ETag");

        as(role).when()
                .get("/v1/desks")
                .then()
                .statusCode(200)
                .header("ETag", tag)
                .contentType(startsWith(YAML))
                .body(equalTo(DESK));
    }

    @Test
    void an_advisor_reads_no_webhooks() {
        as("lead").contentType(YAML).body(DESK).when().put("/v1/desks").then().statusCode(204);

        as("advisor")
                .when()
                .get("/v1/desks")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("desks[0].advisors[0].name", equalTo("Ada"))
                .body(not(containsString("webhook")));
    }

    @Test
    void who_has_them_already_is_told_so() {
        var tag = as("lead").get("/v1/desks").header("ETag");

        as("lead").header("If-None-Match", tag).when().get("/v1/desks").then().statusCode(304);
    }

    @Test
    void who_has_not_seen_the_last_change_does_not_undo_it() {
        var tag = as("lead").get("/v1/desks").header("ETag");
        as("operator").contentType(YAML).body(DESK).put("/v1/desks").then().statusCode(204);

        as("lead")
                .header("If-Match", tag)
                .contentType(YAML)
                .body(DESK.replace("paris", "london"))
                .when()
                .put("/v1/desks")
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
    }

    @Test
    void everything_wrong_is_told_and_what_was_in_force_stays() {
        as("lead")
                .contentType(YAML)
                .body("desks:\n  - id: a\n    languages: [x!]\n    hours: {}\n    advisors: []")
                .when()
                .put("/v1/desks")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        contains(
                                "/desks/0/languages/0",
                                "/desks/0/hours/zone",
                                "/desks/0/hours/week",
                                "/desks/0/advisors"))
                .body("errors[0].detail", containsString("(line 3)"));
    }

    @Test
    void desks_in_json() {
        as("lead")
                .contentType(ContentType.JSON)
                .body("{\"desks\": []}")
                .when()
                .put("/v1/desks")
                .then()
                .statusCode(204);
    }

    @Test
    void what_is_too_large_is_refused() {
        as("lead")
                .contentType(YAML)
                .body("#".repeat(Document.MOST_BYTES + 1))
                .when()
                .put("/v1/desks")
                .then()
                .statusCode(413);
    }

    @ParameterizedTest
    @CsvSource({"advisor, 403", "partner, 403", "nobody, 401"})
    void others_do_not_change_them(String role, int status) {
        as(role).contentType(YAML).body(DESK).when().put("/v1/desks").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"partner, 403", "nobody, 401"})
    void others_do_not_read_them(String role, int status) {
        as(role).when().get("/v1/desks").then().statusCode(status);
    }

    private static RequestSpecification as(String role) {
        // RestAssured knows no YAML: it is told to send it as it is.
        var encoder = EncoderConfig.encoderConfig().encodeContentTypeAs(YAML, ContentType.TEXT);
        var request = given().config(RestAssured.config().encoderConfig(encoder));
        return role.equals("nobody") ? request : request.auth().preemptive().basic(role, role);
    }
}
