package io.overture.catalog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import io.overture.RedisResource;
import io.overture.document.Problem;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RedisResource.class)
class RatesResourceTest {

    private static final String JSON = "application/json";
    private static final String DOOR = "/v1/catalog/rates";

    /** The application is shared: each test has years of its own. */
    @ParameterizedTest
    @CsvSource({"lead, 200", "operator, 200", "shop, 403", "advisor, 403"})
    void a_lead_or_an_operator_puts_them(String role, int status) {
        as(role, JSON).body(rates("2001-08-13", "1.1")).when().put(DOOR).then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"lead, 200", "operator, 200", "shop, 200", "advisor, 403"})
    void whoever_needs_them_reads_them(String role, int status) {
        as("lead", JSON).body(rates("2001-08-13", "1.1")).when().put(DOOR);

        as(role, JSON).when().get(DOOR + "?at=2001-08-13").then().statusCode(status);
    }

    @Test
    void on_a_day_without_rates_those_of_the_last_day_count() {
        as("lead", JSON)
                .body(rates("2002-03-28", "1.1"))
                .when()
                .put(DOOR)
                .then()
                .statusCode(200);
        as("lead", "text/xml")
                .body(Ecb.xml(Ecb.day("2002-04-02", "1.2")))
                .when()
                .put(DOOR)
                .then()
                .statusCode(200);

        as("lead", JSON)
                .when()
                .get(DOOR + "?at=2002-04-01")
                .then()
                .statusCode(200)
                .body("base", equalTo("EUR"))
                .body("at", equalTo("2002-03-28"))
                .body("rates.USD", equalTo(1.1f))
                .body("stale", equalTo(false));
        as("lead", JSON)
                .when()
                .get(DOOR + "?at=2002-04-02")
                .then()
                .body("at", equalTo("2002-04-02"))
                .body("rates", hasKey("JPY"));
        as("lead", JSON).when().get(DOOR + "?at=2002-04-10").then().body("stale", equalTo(true));
    }

    @Test
    void todays_are_answered_unless_another_day_is_asked_for() {
        var today = LocalDate.now(ZoneOffset.UTC);
        as("lead", JSON)
                .body(rates(today.toString(), "1.3"))
                .when()
                .put(DOOR)
                .then()
                .statusCode(200)
                .body("at", equalTo(today.toString()));
        as("lead", JSON)
                .body(rates(today.minusDays(1).toString(), "1.2"))
                .when()
                .put(DOOR);
        as("lead", JSON).body(rates(today.plusDays(3).toString(), "1.4")).when().put(DOOR);

        as("operator", JSON)
                .when()
                .get(DOOR)
                .then()
                .body("at", equalTo(today.toString()))
                .body("rates.USD", equalTo(1.3f));
    }

    @Test
    void before_the_first_there_are_none() {
        as("lead", JSON)
                .when()
                .get(DOOR + "?at=1999-01-01")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE);
        as("lead", JSON).when().get(DOOR + "?at=today").then().statusCode(400).body("errors.pointer", hasItem("/at"));
    }

    @Test
    void everything_that_is_wrong_is_told_with_its_place() {
        as("lead", JSON)
                .body(
                        "{\"base\": \"EURO\", \"at\": \"13.8.2026\", \"rates\": {\"USD\": 0, \"RMB\": 1, \"JPY\": \"1\"}, \"by\": 1}")
                .when()
                .put(DOOR)
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/base", "/at", "/rates/USD", "/rates/RMB", "/rates/JPY", "/by"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"base\": \"EUR\", \"at\": \"2003-08-13\", \"rates\": {}} | 400",
                "application/json | {\"base\": \"EUR\", \"at\": \"2003-08-13\", \"rates\": {\"EUR\": 2}} | 400",
                "application/json | <Cube/> | 400",
                "text/xml | {} | 400",
                "application/xml | <Cube/> | 400",
                "text/plain | {} | 415",
            })
    void what_is_not_rates_is_refused(String type, String body, int status) {
        as("lead", type).body(body).when().put(DOOR).then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }

    private static String rates(String day, String usd) {
        return "{\"base\": \"EUR\", \"at\": \"%s\", \"rates\": {\"USD\": %s}}".formatted(day, usd);
    }

    private static RequestSpecification as(String role, String type) {
        return given().auth().preemptive().basic(role, role).contentType(type);
    }
}
