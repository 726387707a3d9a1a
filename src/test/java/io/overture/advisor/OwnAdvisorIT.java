package io.overture.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.BrowserClient;
import io.overture.BrowserTab;
import io.overture.ConsoleClient;
import io.overture.Ga4;
import io.overture.Node;
import io.overture.RedisServer;
import io.restassured.RestAssured;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Who is called for a client whom the house knows, and in which order. */
@TestInstance(Lifecycle.PER_CLASS)
class OwnAdvisorIT {

    private static final String SECRET = "demo-demo-demo-demo-demo-demo-32";
    private final List<AutoCloseable> open = new ArrayList<>();
    private RedisServer redis;
    private Node node;
    private String talk = "";

    @BeforeAll
    void start() {
        redis = RedisServer.start();
        node = Node.start(redis, Map.of("OVERTURE_SERVICE_RING", "PT2S"));
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("lead", "lead")
                .contentType("application/json")
                .body("{\"advisor\": \"kenji\", \"tier\": \"vic\"}")
                .put(node.base() + "/v1/clients/ada")
                .then()
                .statusCode(201);
    }

    @AfterAll
    void stop() {
        node.close();
        redis.close();
    }

    @BeforeEach
    void name() {
        talk = UUID.randomUUID().toString();
    }

    @AfterEach
    void everybodyGoes() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
        open.clear();
    }

    @Test
    void her_own_advisor_rings_alone_and_after_a_round_the_others_too() {
        var kenji = available("kenji");
        var camille = available("camille");
        var page = ada();

        page.send(BrowserTab.frame("request").put("id", talk));

        var first = kenji.next("ring");
        assertThat(first.path("yours").asBoolean()).isTrue();
        assertThat(first.path("round").asInt()).isZero();
        var second = camille.next("ring");
        assertThat(second.path("yours").asBoolean()).isFalse();
        assertThat(second.path("round").asInt()).isPositive();
        assertThat(kenji.all("unring")).isEmpty();
        leaves(page);
    }

    @Test
    void whoever_claims_it_then_has_it_and_her_own_advisor_hears_who() {
        var kenji = available("kenji");
        var camille = available("camille");
        var page = ada();
        page.send(BrowserTab.frame("request").put("id", talk));
        camille.next("ring");

        camille.asks("claim", talk);

        var silenced = kenji.next("unring");
        assertThat(silenced.path("reason").asText()).isEqualTo("claimed");
        assertThat(silenced.path("by").asText()).isEqualTo("Camille Laurent");
        leaves(page);
    }

    @Test
    void when_her_own_advisor_is_away_the_others_ring_at_once() {
        var kenji = available("kenji");
        kenji.is("away");
        var camille = available("camille");
        var page = ada();

        page.send(BrowserTab.frame("request").put("id", talk));

        assertThat(camille.next("ring").path("round").asInt()).isZero();
        assertThat(kenji.all("ring")).isEmpty();
        leaves(page);
    }

    private ConsoleClient available(String advisor) {
        var console = keep(ConsoleClient.open(node, advisor));
        console.is("available");
        return console;
    }

    /** Her page: a client of the house, by the shop's word. */
    private BrowserTab ada() {
        var token = Jwt.subject("ada")
                .audience("demo")
                .expiresAt(Instant.now().plus(Duration.ofMinutes(30)))
                .signWithSecret(SECRET);
        var browser = keep(new BrowserClient()).carries(token);
        browser.happens(node, Ga4.named("page_view"));
        return browser.open(node);
    }

    private void leaves(BrowserTab page) {
        page.send(BrowserTab.frame("leave").put("conversation", talk));
        page.until(OwnAdvisorIT::isOver);
    }

    private static boolean isOver(JsonNode frame) {
        return frame.path("type").asText().equals("conversation")
                && frame.path("state").asText().equals("ended");
    }

    private <T extends AutoCloseable> T keep(T each) {
        open.add(each);
        return each;
    }
}
