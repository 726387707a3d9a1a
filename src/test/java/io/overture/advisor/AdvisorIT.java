package io.overture.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.BrowserClient;
import io.overture.BrowserTab;
import io.overture.ConsoleClient;
import io.overture.Ga4;
import io.overture.Node;
import io.overture.RedisServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Visitors and advisors of the demo's desk, each on real sockets of the running service. */
@TestInstance(Lifecycle.PER_CLASS)
class AdvisorIT {

    private static final String SECRET = "demo-demo-demo-demo-demo-demo-32";

    private final List<AutoCloseable> open = new ArrayList<>();
    private RedisServer redis;
    private Node node;

    @BeforeAll
    void start() {
        redis = RedisServer.start();
        node = Node.start(
                redis,
                Map.of(
                        "OVERTURE_BOOK",
                        Path.of("src/test/resources/books/protocol.yaml")
                                .toAbsolutePath()
                                .toString()));
    }

    @AfterAll
    void stop() {
        node.close();
        redis.close();
    }

    @AfterEach
    void everybodyGoes() throws Exception {
        for (var each : open) {
            each.close();
        }
        open.clear();
        for (var advisor : List.of("camille", "kenji")) {
            try (var console = ConsoleClient.open(node, advisor)) {
                console.is("away");
            }
        }
    }

    @Test
    void the_whole_story() {
        var camille = available("camille");
        var browser = visitor();
        var page = browser.open(node);

        var talk = accepts(page);
        var ring = camille.next("ring");
        assertThat(ring.path("conversation").asText()).isEqualTo(talk);
        assertThat(ring.path("tier").asText()).isEqualTo("unknown");
        assertThat(camille.asks("claim", talk).path("type").asText()).isEqualTo("ack");
        assertThat(camille.next("talk").path("state").asText()).isEqualTo("joined");
        assertThat(camille.next("dossier").path("conversation").asText()).isEqualTo(talk);
        joined(page, "Camille Laurent");

        page.send(message(talk, "v1", "Is it in stock?"));
        var heard = camille.next("message");
        assertThat(heard.path("text").asText()).isEqualTo("Is it in stock?");
        assertThat(camille.says(talk, "a1", "It is.").path("offset").asInt()).isEqualTo(2);
        var answer = from("advisor", page);
        assertThat(answer.path("text").asText()).isEqualTo("It is.");

        page.send(BrowserTab.frame("typing").put("conversation", talk));
        assertThat(camille.next("typing").path("conversation").asText()).isEqualTo(talk);
        camille.asks("typing", talk);
        assertThat(page.next("typing").path("conversation").asText()).isEqualTo(talk);
        page.send(BrowserTab.frame("seen").put("conversation", talk).put("offset", 2));
        assertThat(camille.next("seen").path("by").asText()).isEqualTo("visitor");
        camille.asks(BrowserTab.frame("seen").put("conversation", talk).put("offset", 1));
        assertThat(page.next("seen").path("offset").asInt()).isEqualTo(1);

        camille.close();
        page.send(message(talk, "v2", "And in blue?"));
        page.next("ack");
        var again = console("camille");
        again.hello(talk, heard.path("epoch").asText(), 2);
        var resumed = again.next("talk");
        assertThat(resumed.path("full").asBoolean()).isFalse();
        assertThat(resumed.path("messages").findValuesAsText("text")).containsExactly("And in blue?");

        page.close();
        var reloaded = browser.open(node);
        joined(reloaded, "Camille Laurent");
        await().atMost(BrowserTab.PATIENCE)
                .untilAsserted(() -> assertThat(reloaded.all("message"))
                        .extracting(each -> each.path("text").asText())
                        .containsExactly("Is it in stock?", "It is.", "And in blue?"));

        var kenji = available("kenji");
        var handOver = BrowserTab.frame("transfer").put("conversation", talk).put("note", "She likes blue");
        handOver.putObject("to").put("advisor", "kenji");
        assertThat(again.asks(handOver).path("type").asText()).isEqualTo("ack");
        var handed = kenji.next("ring");
        assertThat(handed.at("/transferred/note").asText()).isEqualTo("She likes blue");
        assertThat(kenji.asks("claim", talk).path("type").asText()).isEqualTo("ack");
        assertThat(kenji.next("talk").path("messages").findValuesAsText("text"))
                .contains("Is it in stock?", "It is.", "And in blue?", "She likes blue");
        joined(reloaded, "Kenji Watanabe");
        assertThat(again.asks("typing", talk).path("code").asText()).isEqualTo("unknown");

        assertThat(kenji.asks("end", talk).path("type").asText()).isEqualTo("ack");
        state(reloaded, "ended");
    }

    @Test
    void who_comes_second_hears_who_was_first() {
        var first = available("camille");
        var page = visitor().open(node);
        var talk = accepts(page);
        first.next("ring");
        first.asks("claim", talk);
        var second = available("kenji");

        var answer = second.asks("claim", talk);

        assertThat(answer.path("code").asText()).isEqualTo("claimed");
        assertThat(answer.path("by").asText()).isEqualTo("Camille Laurent");
    }

    @Test
    void her_own_advisor_is_asked_first() {
        var camille = available("camille");
        var kenji = available("kenji");
        put("/v1/clients/ada", "{\"advisor\": \"kenji\", \"tier\": \"vic\"}");
        var browser = visitor().carries(token("ada"));
        var page = browser.open(node);

        var talk = accepts(page);

        var ring = kenji.next("ring");
        assertThat(ring.path("conversation").asText()).isEqualTo(talk);
        assertThat(ring.path("yours").asBoolean()).isTrue();
        kenji.asks("claim", talk);
        assertThat(camille.all("ring")).isEmpty();
        kenji.asks("end", talk);
    }

    @Test
    void what_the_shop_tells_is_on_her_own_advisors_list_at_once_and_off_it_when_she_is_erased() {
        var kenji = available("kenji");
        put("/v1/clients/grace", "{\"advisor\": \"kenji\"}");

        send(
                "shop",
                "POST",
                "/v1/events",
                "{\"events\": [{\"id\": \"e-1\", \"type\": \"order_delivered\", \"at\": %d, \"client\": \"grace\", \"order\": \"T-1\"}]}"
                        .formatted(Instant.now().toEpochMilli()));

        var task = kenji.until(frame -> frame.path("type").asText().equals("task")
                && frame.path("client").asText().equals("grace"));
        assertThat(task.path("title").asText()).isEqualTo("delivered");

        send("operator", "DELETE", "/v1/clients/grace", "");

        kenji.until(frame -> frame.path("type").asText().equals("task")
                && frame.path("id").asText().equals(task.path("id").asText())
                && frame.path("gone").asBoolean());
    }

    @Test
    void two_devices_of_one_advisor_see_the_same_and_one_may_die() {
        var desk = available("camille");
        var tablet = console("camille");
        tablet.hello();
        tablet.next("boutique");
        var page = visitor().open(node);
        var talk = accepts(page);
        desk.next("ring");
        tablet.next("ring");
        desk.asks("claim", talk);
        tablet.next("talk");

        desk.close();
        page.send(message(talk, "v1", "Still there?"));

        assertThat(tablet.next("message").path("text").asText()).isEqualTo("Still there?");
        assertThat(tablet.says(talk, "a1", "Always.").path("type").asText()).isEqualTo("ack");
        tablet.asks("end", talk);
    }

    @Test
    void presence_is_the_advisors_on_both_of_her_devices() {
        var desk = available("camille");
        var tablet = console("camille");
        tablet.hello();
        tablet.next("boutique");

        desk.is("busy");

        tablet.until(frame -> frame.path("type").asText().equals("presence")
                && frame.path("advisor").asText().equals("camille")
                && frame.path("state").asText().equals("busy"));
    }

    private ConsoleClient console(String advisor) {
        return keep(ConsoleClient.dial(node, advisor));
    }

    private ConsoleClient available(String advisor) {
        var console = keep(ConsoleClient.open(node, advisor));
        console.is("available");
        return console;
    }

    /** Looking at a precious piece for long enough that the house may speak. */
    private BrowserClient visitor() {
        var browser = keep(new BrowserClient());
        browser.happens(
                node,
                Ga4.ago(Duration.ofSeconds(30), Ga4.named("page_view")),
                Ga4.view("precious-1", "precious", 5000));
        return browser;
    }

    /** The conversation that comes of the invitation. */
    private static String accepts(BrowserTab page) {
        var card = page.next("invitation").path("id").asText();
        page.answer(card, "accepted");
        state(page, "waiting");
        return card;
    }

    private static void joined(BrowserTab page, String advisor) {
        await().atMost(BrowserTab.PATIENCE)
                .until(() -> page.all("conversation").stream()
                        .anyMatch(each -> each.at("/advisor/name").asText().equals(advisor)));
    }

    private static void state(BrowserTab page, String state) {
        await().atMost(BrowserTab.PATIENCE)
                .until(() -> page.all("conversation").stream()
                        .anyMatch(each -> each.path("state").asText().equals(state)));
    }

    private static JsonNode from(String author, BrowserTab page) {
        return await().atMost(BrowserTab.PATIENCE)
                .until(
                        () -> page.all("message").stream()
                                .filter(each -> each.path("from").asText().equals(author))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static ObjectNode message(String talk, String id, String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "message")
                .put("conversation", talk)
                .put("id", id)
                .put("text", text);
    }

    private void put(String path, String body) {
        send("lead", "PUT", path, body);
    }

    private void send(String as, String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(node.base() + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("Authorization", ConsoleClient.basic(as))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String token(String client) {
        return Jwt.subject(client)
                .audience("demo")
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(Duration.ofMinutes(30)))
                .claim("tier", "vic")
                .signWithSecret(SECRET);
    }

    private <T extends AutoCloseable> T keep(T each) {
        open.add(each);
        return each;
    }
}
