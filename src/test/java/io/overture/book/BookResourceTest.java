package io.overture.book;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.overture.RedisResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RedisResource.class)
class BookResourceTest {

    private static final String YAML = "application/yaml";

    @ParameterizedTest
    @ValueSource(strings = {"lead", "operator"})
    void theBookInForceIsServedAsItWasWritten(String role) {
        as(role).when()
                .get("/v1/book")
                .then()
                .statusCode(200)
                .contentType(startsWith(YAML))
                .body(startsWith("# The trigger book a house starts with"));
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        var tag = as("lead").get("/v1/book").header("ETag");

        as("lead")
                .header("If-None-Match", tag)
                .when()
                .get("/v1/book")
                .then()
                .statusCode(304)
                .header("ETag", tag);
    }

    @ParameterizedTest
    @CsvSource({"advisor, 403", "nobody, 401"})
    void othersDoNotReadIt(String role, int status) {
        as(role).when().get("/v1/book").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"advisor, 403", "operator, 403", "nobody, 401"})
    void onlyTheLeadTriesABook(String role, int status) {
        as(role).contentType(YAML)
                .body("currency: EUR\ntriggers: []")
                .when()
                .post("/v1/book/validate")
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/x-yaml", "text/yaml"})
    void aValidBookInYaml(String type) {
        as("lead")
                .contentType(type)
                .body(Written.when("{idle: {atLeast: 1m}}"))
                .when()
                .post("/v1/book/validate")
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("triggers", equalTo(1));
    }

    @Test
    void aValidBookInJson() {
        as("lead")
                .contentType(ContentType.JSON)
                .body("{\"currency\": \"EUR\", \"triggers\": []}")
                .when()
                .post("/v1/book/validate")
                .then()
                .statusCode(200)
                .body("triggers", equalTo(0));
    }

    @Test
    void everythingWrongIsTold() {
        as("lead")
                .contentType(YAML)
                .body(
                        "currency: EUR\nfloor: low\ntriggers: [{id: a, when: {idle: {atLeast: 1}}, intent: 1, alert: {}}]")
                .when()
                .post("/v1/book/validate")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("errors.pointer", contains("/floor", "/triggers/0/when/idle/atLeast"))
                .body("errors[0].detail", containsString("(line 2)"));
    }

    @Test
    void yamlIsNoJson() {
        as("lead")
                .contentType(ContentType.JSON)
                .body("currency: EUR")
                .when()
                .post("/v1/book/validate")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(""));
    }

    @Test
    void whatIsTooLargeIsNotRead() {
        as("lead")
                .contentType(YAML)
                .body("#".repeat(BookReader.MOST_BYTES + 1))
                .when()
                .post("/v1/book/validate")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void anotherKindOfTextIsRefused() {
        as("lead")
                .contentType("text/csv")
                .body("a,b")
                .when()
                .post("/v1/book/validate")
                .then()
                .statusCode(415);
    }

    private static RequestSpecification as(String role) {
        // RestAssured knows no YAML: it is told to send it as it is.
        var encoder = EncoderConfig.encoderConfig()
                .encodeContentTypeAs("application/yaml", ContentType.TEXT)
                .encodeContentTypeAs("application/x-yaml", ContentType.TEXT)
                .encodeContentTypeAs("text/yaml", ContentType.TEXT)
                .encodeContentTypeAs("text/csv", ContentType.TEXT);
        var request = given().config(RestAssured.config().encoderConfig(encoder));
        return role.equals("nobody") ? request : request.auth().preemptive().basic(role, role);
    }
}
