package io.overture.lift;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.overture.RedisResource;
import io.overture.document.Problem;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RedisResource.class)
class LiftResourceTest {

    private static final String ARMS = """
            "control": {"n": 3407, "sum": 1396.87, "sumSquares": 52377.9767},
            "treatment": {"n": 3461, "sum": 2422.7, "sumSquares": 134698.29}""";

    @ParameterizedTest
    @CsvSource({"lead, 200", "operator, 403", "advisor, 403", "shop, 403"})
    void only_a_lead_asks(String role, int status) {
        ask(role, "{\"metric\": \"mean\", %s}".formatted(ARMS)).statusCode(status);
    }

    @Test
    void at_one_look() {
        ask("lead", "{\"metric\": \"mean\", \"method\": \"fixed\", %s}".formatted(ARMS))
                .statusCode(200)
                .body("difference", closeTo(0.29, 5e-5))
                .body("standardError", closeTo(0.12478, 6e-6))
                .body("low", closeTo(0.04538, 5e-5))
                .body("high", closeTo(0.53462, 5e-5))
                .body("p", closeTo(0.02016, 2e-5));
    }

    @Test
    void shares_relative_at_any_look() {
        ask("lead", """
                {"metric": "proportion", "relative": true,
                 "control": {"n": 3000, "sum": 1396}, "treatment": {"n": 3461, "sum": 2422}}""").statusCode(200).body("low", closeTo(0.40098, 6e-6)).body("high", closeTo(0.60675, 6e-6));
    }

    @Test
    void adjusted_by_the_spend_of_the_year_before() {
        ask("lead", """
                {"metric": "mean", "method": "fixed",
                 "control": {"n": 21306, "sum": 13908.33, "sumSquares": 2870050.3621},
                 "treatment": {"n": 42694, "sum": 53349.80, "sumSquares": 11670471.0736},
                 "adjust": {
                   "control": {"sumX": 5132245.81, "sumSquaresX": 2597172414.5563, "sumXY": 4267933.8399},
                   "treatment": {"sumX": 10361236.16, "sumSquaresX": 5353014597.7962, "sumXY": 17370622.4509}}}""")
                .statusCode(200)
                .body("difference", closeTo(0.59449592, 6e-9))
                .body("standardError", closeTo(0.11253872, 6e-9));
    }

    @Test
    void there_is_no_share_of_nothing() {
        ask("lead", """
                {"metric": "proportion", "relative": true,
                 "control": {"n": 100, "sum": 1}, "treatment": {"n": 100, "sum": 2}}""")
                .statusCode(200)
                .body("difference", nullValue())
                .body("standardError", nullValue())
                .body("low", nullValue())
                .body("high", nullValue())
                .body("p", nullValue());
    }

    @Test
    void everything_that_is_wrong_is_told_with_its_place() {
        ask("lead", """
                {"metric": "median", "alpha": 0, "tuning": "much", "relative": 1,
                 "control": {"n": 1.5, "sum": 10, "sumSquares": 1}, "treatment": {"n": 10, "sum": 100, "sumSquares": 3},
                 "adjust": {"control": {}}}""")
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/metric",
                                "/alpha",
                                "/tuning",
                                "/relative",
                                "/control/n",
                                "/control/sumSquares",
                                "/treatment/sumSquares",
                                "/adjust/treatment",
                                "/adjust/control/sumX",
                                "/adjust/control/sumSquaresX",
                                "/adjust/control/sumXY"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"metric\": \"proportion\", \"control\": {\"n\": 10, \"sum\": 11}, \"treatment\": {\"n\": 10, \"sum\": 1}} | /control/sum",
                "{\"metric\": \"proportion\", \"control\": {\"n\": 10, \"sum\": 1, \"sumSquares\": 1}, \"treatment\": {\"n\": 10, \"sum\": 1}} | /control/sumSquares",
                "{\"metric\": \"mean\", \"treatment\": {\"n\": 10, \"sum\": 1, \"sumSquares\": 1}} | /control",
                "[] | ''",
                "{ | ''",
            })
    void what_is_wrong_is_named(String body, String pointer) {
        ask("lead", body).statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void it_says_what_it_is() {
        given().auth()
                .preemptive()
                .basic("lead", "lead")
                .contentType("text/plain")
                .body("{}")
                .when()
                .post("/v1/scorecard/lift")
                .then()
                .statusCode(415)
                .body("status", equalTo(415));
    }

    private static ValidatableResponse ask(String role, String body) {
        return given().config(RestAssured.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .auth()
                .preemptive()
                .basic(role, role)
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post("/v1/scorecard/lift")
                .then();
    }
}
