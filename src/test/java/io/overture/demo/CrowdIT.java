package io.overture.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.overture.Node;
import io.overture.RedisServer;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The crowd at the doors of a node as it is packaged. */
@TestInstance(Lifecycle.PER_CLASS)
class CrowdIT {

    /** The last of them comes within half a minute. */
    private static final Duration ALL_ARE_IN = Duration.ofSeconds(60);

    private RedisServer redis;
    private Node node;

    @BeforeAll
    void start() {
        redis = RedisServer.start();
        node = Node.start(redis);
    }

    @AfterAll
    void stop() {
        node.close();
        redis.close();
    }

    @Test
    void called_it_comes_in_by_the_real_doors_and_sent_away_it_is_gone() {
        boutique().post("/demo/crowd?members=5&seed=3").then().statusCode(204);

        await().atMost(ALL_ARE_IN).until(() -> count("sessions") >= 5);

        assertThat(count("crowd")).isEqualTo(5);
        boutique().delete("/demo/crowd").then().statusCode(204);
        assertThat(count("crowd")).isZero();
        assertThat(node.log()).contains("event=crowd_called members=5 seed=3", "event=crowd_sent_away");
    }

    @Test
    void a_crowd_that_cannot_be_is_refused_with_every_reason() {
        boutique()
                .post("/demo/crowd?members=1000&seed=seven")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("/members", "/seed"));
    }

    @Test
    void the_page_of_another_site_calls_nobody() {
        boutique()
                .header("Sec-Fetch-Site", "cross-site")
                .post("/demo/crowd")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("status", equalTo(403));
    }

    @Test
    void a_stranger_calls_nobody_and_sends_nobody_away() {
        given().baseUri(node.base().toString()).post("/demo/crowd").then().statusCode(401);
        given().baseUri(node.base().toString()).delete("/demo/crowd").then().statusCode(401);
    }

    @Test
    void the_boutique_may_ask_why_and_call_a_crowd_and_nothing_else() {
        Map<String, Map<String, Object>> doors = given().baseUri(node.base().toString())
                .auth()
                .preemptive()
                .basic("operator", "operator")
                .get("/openapi?format=json")
                .jsonPath()
                .getMap("paths");

        var open = doors.entrySet().stream()
                .filter(door -> !isVisitors(door.getKey()))
                .flatMap(door -> door.getValue().keySet().stream()
                        .filter(Set.of("get", "put", "post", "delete")::contains)
                        .filter(method -> boutique()
                                        .contentType("application/json")
                                        .request(method, door.getKey().replaceAll("\\{[^}]+}", "x"))
                                        .statusCode()
                                != 403)
                        .map(method -> method + " " + door.getKey()))
                .toList();

        assertThat(open).containsExactly("get /v1/visitors/{handle}/explain");
    }

    private static boolean isVisitors(String door) {
        return Set.of("/v1/beacons", "/v1/visitor").contains(door) || door.startsWith("/v1/passport");
    }

    private int count(String what) {
        return boutique().get("/demo/counts").then().statusCode(200).extract().path(what);
    }

    private RequestSpecification boutique() {
        return given().baseUri(node.base().toString()).auth().preemptive().basic("boutique", "boutique");
    }
}
