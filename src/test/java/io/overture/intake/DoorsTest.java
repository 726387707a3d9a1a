package io.overture.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.RedisResource;
import io.overture.visitor.Handle;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both doors and the house behind them, on a real Redis. */
@QuarkusTest
@TestProfile(DoorsTest.Impatient.class)
@WithTestResource(RedisResource.class)
class DoorsTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String ORIGIN = "http://localhost:4000";

    @TestHTTPResource("/v1/visitor")
    URI address;

    /** Short of patience, so that a test need not be long. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "overture.socket.heartbeat", "400ms",
                    "overture.limits.sockets-per-address", "2",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true");
        }
    }

    /** A browser's socket; it reads, and answers pings, only while it listens. */
    private final class Browser implements WebSocket.Listener {
        final Queue<JsonNode> frames = new ConcurrentLinkedQueue<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        final boolean listens;
        final WebSocket socket;

        Browser(boolean listens, Map<String, String> headers) {
            this.listens = listens;
            var builder = HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("overture.v1");
            headers.forEach(builder::header);
            var at = URI.create(address.toString().replaceFirst("^http", "ws") + "?s=00");
            this.socket = builder.buildAsync(at, this).join();
        }

        @Override
        public void onOpen(WebSocket opened) {
            if (listens) {
                opened.request(Long.MAX_VALUE);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            frames.add(Documents.read(text.toString()));
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        Browser says(String frame) {
            socket.sendText(frame, true).join();
            return this;
        }

        List<String> hears(int count) {
            await().atMost(SOON).until(() -> frames.size() >= count);
            return frames.stream().map(frame -> frame.path("type").textValue()).toList();
        }
    }

    @Test
    void a_page_is_welcomed_and_its_beacons_acknowledged() {
        var visitor = newVisitor();
        var browser = browser(Map.of("Origin", ORIGIN)).says(hello(visitor));

        browser.says(frame("p1", 1)).says(frame("p1", 2)).says(frame("p1", 2));

        assertThat(browser.hears(4)).containsExactly("welcome", "ack", "ack", "ack");
        assertThat(browser.socket.getSubprotocol()).isEqualTo("overture.v1");
    }

    @Test
    void a_visitor_is_explained_read_and_forgotten() {
        var visitor = newVisitor();
        var handle = Handle.of(visitor).value();
        post(visitor).then().statusCode(204);

        as("lead")
                .get("/v1/visitors/{handle}/explain", handle)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("handle", equalTo(handle))
                .body("site", equalTo("demo"))
                .body("session.startedAt", notNullValue())
                .body("stake.amount", equalTo(12500))
                .body("stake.currency", equalTo("EUR"))
                .body("relationship", equalTo("unknown"))
                .body("reachable", equalTo(false))
                .body("invitation", nullValue())
                .body("limits.shownThisSession", equalTo(0))
                .body("triggers", not(hasSize(0)))
                .body("triggers[0].when.condition", equalTo("all"))
                .body("triggers[0].when.of[0].condition", notNullValue());
        as("operator")
                .get("/v1/visitors/{handle}", handle)
                .then()
                .statusCode(200)
                .body("session.items[0].item", equalTo("W-100"));
        as("operator").delete("/v1/visitors/{handle}", handle).then().statusCode(204);
        as("operator").get("/v1/visitors/{handle}", handle).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "lead, GET, '', 403", "advisor, GET, '', 403", "advisor, DELETE, '', 403", "lead, DELETE, '', 403",
        "nobody, GET, '', 401", "nobody, GET, /explain, 401", "advisor, GET, /explain, 404", "operator, GET, '', 404",
        "operator, DELETE, '', 404"
    })
    void who_may_ask(String role, String method, String path, int status) {
        as(role).request(method, "/v1/visitors/" + Handle.of(newVisitor()).value() + path)
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "zzAAAAAAAAAAAAAAAAAAAAAA", "00AAAAAAAAAAAAAAAAAAAAAAA"})
    void what_is_no_handle(String handle) {
        as("operator")
                .get("/v1/visitors/{handle}", handle)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void an_origin_that_is_not_the_sites_is_told_so() {
        var browser = browser(Map.of("Origin", "https://elsewhere.example")).says(hello(newVisitor()));

        assertThat(browser.closed).succeedsWithin(SOON).isEqualTo(4403);
    }

    @Test
    void what_is_not_understood() {
        var browser = browser(Map.of("Origin", ORIGIN)).says("bonjour");

        assertThat(browser.closed).succeedsWithin(SOON).isEqualTo(4400);
    }

    @Test
    void bytes_are_not_understood() {
        var browser = browser(Map.of("Origin", ORIGIN));

        browser.socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();

        assertThat(browser.closed).succeedsWithin(SOON).isEqualTo(4400);
    }

    @Test
    void who_answers_pings_stays() {
        var browser = browser(Map.of("Origin", ORIGIN)).says(hello(newVisitor()));
        browser.hears(1);

        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);

        assertThat(browser.closed).isNotDone();
    }

    @Test
    void who_is_silent_does_not() {
        var browser = new Browser(false, Map.of("Origin", ORIGIN)).says(hello(newVisitor()));
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);

        browser.socket.request(Long.MAX_VALUE);

        assertThat(browser.closed).succeedsWithin(SOON).isEqualTo(4408);
    }

    @Test
    void sockets_are_limited_by_the_address_a_proxy_speaks_for() {
        var headers = Map.of("Origin", ORIGIN, "X-Forwarded-For", "203.0.113.9", "Overture-Caller", "127.0.0.1");

        var browsers = Stream.generate(() -> browser(headers)).limit(3).toList();

        assertThat(browsers.getLast().closed).succeedsWithin(SOON).isEqualTo(4429);
        assertThat(browsers.getFirst().closed).isNotDone();
    }

    @Test
    void this_machine_opens_as_many_as_it_likes() {
        var browsers = IntStream.range(0, 4)
                .mapToObj(i -> browser(Map.of("Origin", ORIGIN)).says(hello(newVisitor())))
                .toList();

        assertThat(browsers).allSatisfy(browser -> assertThat(browser.hears(1)).containsExactly("welcome"));
    }

    @Test
    void the_doors_are_in_the_api_document() {
        as("operator")
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/v1/beacons'.post.responses.'204'", notNullValue())
                .body("paths.'/v1/visitor'.get.responses.'101'", notNullValue())
                .body("paths.'/v1/visitors/{handle}/explain'.get", notNullValue());
    }

    private Browser browser(Map<String, String> headers) {
        return new Browser(true, headers);
    }

    private static Response post(String visitor) {
        return given().header("Origin", ORIGIN)
                .contentType("text/plain; charset=UTF-8")
                .body(Documents.with(Documents.BEACON, "/visitor", "\"" + visitor + "\""))
                .post("/v1/beacons");
    }

    private static RequestSpecification as(String role) {
        return role.equals("nobody") ? given() : given().auth().preemptive().basic(role, role);
    }

    private static String newVisitor() {
        return UUID.randomUUID().toString();
    }

    private static String hello(String visitor) {
        return """
                {"type": "hello", "site": "demo", "visitor": "%s", "session": "%s",
                 "consent": {"analytics_storage": "granted"}}""".formatted(visitor, Documents.SESSION);
    }

    private static String frame(String source, int seq) {
        return """
                {"type": "beacon", "source": "%s", "seq": %d, "sentAt": 1764000000000, "events": [
                 {"name": "page_view", "at": 1764000000000}]}""".formatted(source, seq);
    }
}
