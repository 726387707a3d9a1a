package io.overture.pricing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.overture.RedisResource;
import io.overture.document.Problem;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RedisResource.class)
class LadderResourceTest {

    @ParameterizedTest
    @CsvSource({"lead, 200", "operator, 403", "advisor, 403", "shop, 403"})
    void only_a_lead_asks(String role, int status) {
        ask(role, "{\"slots\": 1, \"arrivals\": 1, \"occupation\": 1, \"weights\": [1]}")
                .statusCode(status);
    }

    @Test
    void what_if_one_moment_in_five_is_worth_ten() {
        ask("lead", """
                {"slots": 2, "arrivals": 4, "occupation": 1, "weights": [1, 10], "shares": [0.8, 0.2]}""")
                .statusCode(200)
                .body("value", closeTo(6.792452830, 5e-10))
                .body("ladder", hasSize(2))
                .body("ladder[0]", closeTo(1.509433962, 5e-10))
                .body("ladder[1]", closeTo(3.396226415, 5e-10));
    }

    @Test
    void ten_thousand_weights_and_a_thousand_slots() {
        var weights =
                IntStream.rangeClosed(1, 10_000).mapToObj(Integer::toString).collect(Collectors.joining(","));

        ask("lead", "{\"slots\": 1000, \"arrivals\": 5, \"occupation\": 300, \"weights\": [%s]}".formatted(weights))
                .statusCode(200)
                .body("ladder", hasSize(1_000));
    }

    @Test
    void nobody_comes_to_no_slots() {
        ask("lead", "{\"slots\": 0, \"arrivals\": 0, \"occupation\": 60, \"weights\": []}")
                .statusCode(200)
                .body("value", closeTo(0, 0))
                .body("ladder", empty());
    }

    @Test
    void everything_that_is_wrong_is_told_with_its_place() {
        ask("lead", """
                {"slots": -1, "arrivals": "many", "occupation": 0, "weights": [1, -2, "3"], "shares": [1], "price": 3}""")
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/slots", "/arrivals", "/occupation", "/weights/1", "/weights/2", "/shares", "/price"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"slots\": 1, \"arrivals\": 1, \"occupation\": 1, \"weights\": [1, 2], \"shares\": [0, 0]} | /shares",
                "{\"slots\": 1001, \"arrivals\": 1, \"occupation\": 1, \"weights\": [1]} | /slots",
                "{\"slots\": 1.5, \"arrivals\": 1, \"occupation\": 1, \"weights\": [1]} | /slots",
                "{\"slots\": 1, \"occupation\": 1, \"weights\": [1]} | /arrivals",
                "{\"slots\": 1, \"arrivals\": 1e400, \"occupation\": 1, \"weights\": [1]} | /arrivals",
                "{\"slots\": 1, \"arrivals\": 1, \"occupation\": 1, \"weights\": {}} | /weights",
                "{\"slots\": 1, \"arrivals\": 1e-30, \"occupation\": 1, \"weights\": [1]} | /arrivals",
                "{\"slots\": 2, \"arrivals\": 1, \"occupation\": 1, \"weights\": [0, 1e12], \"shares\": [1, 1e-300]} | /shares",
                "7 | ''",
            })
    void what_is_wrong_is_named(String body, String pointer) {
        ask("lead", body).statusCode(400).body("errors.pointer", hasItem(pointer));
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
                .post("/v1/pricing/ladder")
                .then();
    }
}
