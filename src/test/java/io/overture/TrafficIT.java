package io.overture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came to a site, at one node or another, is told of the whole region by each. */
@TestInstance(Lifecycle.PER_CLASS)
class TrafficIT {

    /** As the documentation says. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final String STRANGER = "https://stranger.example";

    private RedisServer redis;
    private Fleet fleet;

    @BeforeAll
    void start() {
        redis = RedisServer.start();
        fleet = new Fleet(2, () -> Node.start(redis));
    }

    @AfterAll
    void stop() {
        fleet.close();
        redis.close();
    }

    @Test
    void every_node_tells_what_came_to_all_of_them() {
        var one = fleet.nodes().getFirst();
        var two = fleet.nodes().getLast();
        try (var ada = new BrowserClient();
                var bea = new BrowserClient()) {
            ada.happens(one, Ga4.view("W-100", "watches", 12_500));
            bea.happens(two, Ga4.view("W-200", "watches", 9_000));
            var tab = bea.open(two);
            var strange = ada.beacon(2, Ga4.view("W-100", "watches", 12_500)).toString();
            assertThat(from(STRANGER, one, strange)).isEqualTo(403);
            assertThat(from(STRANGER, two, strange)).isEqualTo(403);
            var wrong = strange.replace("\"EUR\"", "\"RMB\"");
            assertThat(from(BrowserClient.ORIGIN, two, wrong)).isEqualTo(400);
            assertThat(from(BrowserClient.ORIGIN, one, strange.replace("\"demo\"", "\"dmeo\"")))
                    .isEqualTo(403);

            for (var node : List.of(one, two)) {
                await().atMost(FRESH).untilAsserted(() -> {
                    var told = traffic(node);
                    assertThat(told.at("/events/view_item").asInt()).isEqualTo(2);
                    assertThat(told.at("/currencies/EUR").asInt()).isEqualTo(2);
                    assertThat(told.at("/refused/origin").asInt()).isEqualTo(2);
                    assertThat(told.at("/refused/invalid").asInt()).isEqualTo(1);
                    assertThat(told.at("/refused/unknown_site").asInt()).isEqualTo(1);
                    assertThat(told.at("/sockets/open").asInt()).isEqualTo(1);
                    assertThat(told.at("/understood").asDouble()).isBetween(0.6, 0.67);
                    assertThat(origin(told, STRANGER).path("refused").asInt()).isEqualTo(2);
                    assertThat(origin(told, BrowserClient.ORIGIN)
                                    .path("beacons")
                                    .asInt())
                            .isEqualTo(2);
                    assertThat(told.at("/faults/0/pointer").asText()).isEqualTo("/events/*/params/currency");
                });
            }
            tab.close();
            await().atMost(FRESH.multipliedBy(2))
                    .untilAsserted(() ->
                            assertThat(traffic(one).at("/sockets/open").asInt()).isZero());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "demo, operator, 200",
        "demo, lead, 200",
        "demo, advisor, 403",
        "demo, nobody, 401",
        "dmeo, operator, 404"
    })
    void who_may_ask_of_what(String site, String user, int status) {
        var answer = ask(fleet.nodes().getFirst(), site, user);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 404) {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    private static int from(String origin, Node node, String body) {
        return BrowserClient.send(BrowserClient.request(node)
                        .setHeader("Origin", origin)
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    private static JsonNode origin(JsonNode told, String origin) {
        for (var each : told.path("origins")) {
            if (each.path("origin").asText().equals(origin)) {
                return each;
            }
        }
        throw new AssertionError("no " + origin + " in " + told);
    }

    private static JsonNode traffic(Node node) {
        return Operator.parse(ask(node, "demo", "operator").body());
    }

    private static HttpResponse<String> ask(Node node, String site, String user) {
        var pair = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
        return BrowserClient.send(HttpRequest.newBuilder(URI.create(node.base() + "/v1/sites/" + site + "/traffic"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .build());
    }
}
