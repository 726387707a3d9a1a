package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Unavailable;
import io.overture.push.Departure;
import io.overture.visitor.Consent;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The beacon's door over real HTTP, in front of a flow that answers as it is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeaconDoorTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final int BURST = 3;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeFlow flow = new FakeFlow();
    private volatile Departure.Stage stage = Departure.Stage.SERVING;
    private final Departure departure = new Departure() {
        @Override
        public Stage stage() {
            return stage;
        }
    };
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private @Nullable HttpServer server;

    @BeforeAll
    void open() {
        var router = Router.router(vertx);
        // As Quarkus hands requests over.
        router.route().handler(routing -> {
            routing.request().pause();
            routing.next();
        });
        new BeaconDoor(
                        flow,
                        House.reception(),
                        new Rates(House.limits(BURST, 1_000_000, 1, 1)),
                        new Tally(meters),
                        departure,
                        InstantSource.fixed(NOW))
                .open(router);
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource
    void whatever_became_of_it_is_no_content(Receipt receipt) {
        flow.answers = (key, input) -> Uni.createFrom().item(receipt);

        var answer = post(beacon());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertReadable(answer, House.ORIGIN);
    }

    @Test
    void what_arrives_is_hers_and_says_who_she_is() {
        var visitor = newVisitor();
        var body = Documents.with(Documents.BEACON, "/visitor", "\"" + visitor + "\"");

        post(body);

        var submitted = flow.submitted.getLast();
        assertThat(submitted.key()).isEqualTo(VisitorKey.of("demo", visitor));
        assertThat(submitted.input()).isInstanceOfSatisfying(Input.Arrived.class, arrived -> {
            assertThat(arrived.beacon().session()).isEqualTo(Handle.digest(Documents.SESSION));
            assertThat(arrived.beacon().seq()).isEqualTo(12);
            assertThat(arrived.beacon().standing().client()).isEqualTo(House.ADA);
            assertThat(arrived.beacon().standing().consent()).isEqualTo(new Consent(true, true));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"analytics_storage": "granted", "personalization_storage": "granted"} | 1
            {"analytics_storage": "granted"}                                       | 0
            """)
    void nobody_is_recognised_who_does_not_want_to_be(String consent, String gpc) {
        var body = Documents.with(beacon(), "/consent", consent);

        post(body, Map.of("Origin", House.ORIGIN, "Content-Type", "text/plain", "Sec-GPC", gpc));

        assertThat(flow.inputs().getLast()).isInstanceOfSatisfying(Input.Arrived.class, arrived -> {
            assertThat(arrived.beacon().standing().client()).isNull();
            assertThat(arrived.beacon().standing().consent()).isEqualTo(new Consent(true, false));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "text/plain;charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "TEXT/PLAIN",
                "text/plain; charset=iso-8859-1"
            })
    void media_types_that_are_understood(String type) {
        var answer = post(beacon(), Map.of("Origin", House.ORIGIN, "Content-Type", type));

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"application/xml,", "text/html,", "application/jsonp,", "application/json, gzip", "'',"})
    void media_types_that_are_not(String type, @Nullable String encoding) {
        var headers = encoding == null
                ? Map.of("Origin", House.ORIGIN, "Content-Type", type)
                : Map.of("Origin", House.ORIGIN, "Content-Type", type, "Content-Encoding", encoding);

        var answer = post("x".repeat(Body.MOST_BYTES + 1), headers);

        assertProblem(answer, 415);
        assertReadable(answer, House.ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {Body.MOST_BYTES + 1, 900_000})
    void a_body_announced_too_large(int bytes) {
        var answer = post("x".repeat(bytes));

        assertProblem(answer, 413);
        assertReadable(answer, House.ORIGIN);
    }

    @Test
    void a_body_found_too_large_while_it_comes() {
        var body = new byte[Body.MOST_BYTES + 1];

        var answer = send(request()
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .headers("Origin", House.ORIGIN, "Content-Type", "text/plain")
                .build());

        assertProblem(answer, 413);
    }

    @Test
    void the_largest_body() {
        var beacon = beacon();
        int spaces = Body.MOST_BYTES - beacon.getBytes(StandardCharsets.UTF_8).length;

        var answer = post(beacon + " ".repeat(spaces));

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void a_body_without_end_is_not_listened_to() throws IOException {
        var head =
                "POST /v1/beacons HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 99000000\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(5000);

            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void an_invalid_beacon_is_told_everything() {
        var answer = post("{\"site\": \"nowhere\", \"seq\": 0}");

        assertProblem(answer, 400);
        assertReadable(answer, House.ORIGIN);
        assertThat(Documents.read(answer.body()).at("/errors").toString())
                .contains("{\"pointer\":\"/visitor\",\"detail\":\"is required\"}")
                .contains("{\"pointer\":\"/seq\",\"detail\":\"must be an integer from 1 to 9007199254740992\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "https://elsewhere.example", "http://demo.example", "https://demo.example.evil"})
    void an_origin_that_may_not_speak_for_the_site(String origin) {
        int before = flow.submitted.size();

        var answer = origin.isEmpty()
                ? post(beacon(), Map.of("Content-Type", "text/plain"))
                : post(beacon(), Map.of("Content-Type", "text/plain", "Origin", origin));

        assertProblem(answer, 403);
        assertReadable(answer, origin.isEmpty() ? null : origin);
        assertThat(flow.submitted).hasSize(before);
    }

    @Test
    void an_unknown_site() {
        var answer = post(Documents.with(beacon(), "/site", "\"nowhere\""));

        assertProblem(answer, 403);
    }

    @Test
    void too_many_beacons() {
        var beacon = beacon();
        for (int i = 0; i < BURST; i++) {
            post(beacon);
        }

        var answer = post(beacon);

        assertProblem(answer, 429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertReadable(answer, House.ORIGIN);
    }

    @Test
    void a_node_that_is_leaving_takes_what_comes_and_hangs_up() {
        flow.answers = (key, input) -> Uni.createFrom().item(Receipt.TAKEN);
        stage = Departure.Stage.LEAVING;

        var answer = send(request()
                .version(HttpClient.Version.HTTP_1_1)
                .POST(BodyPublishers.ofString(beacon()))
                .headers("Origin", House.ORIGIN, "Content-Type", "text/plain")
                .build());

        stage = Departure.Stage.SERVING;
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Connection")).contains("close");
    }

    @Test
    void a_node_that_is_closing_sends_it_elsewhere() {
        int before = flow.submitted.size();
        stage = Departure.Stage.CLOSING;

        var answer = post(beacon());

        stage = Departure.Stage.SERVING;
        assertProblem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertReadable(answer, House.ORIGIN);
        assertThat(flow.submitted).hasSize(before);
    }

    @Test
    void a_store_that_is_away() {
        flow.answers =
                (key, input) -> Uni.createFrom().failure(new Unavailable("redis is away", Duration.ofMillis(2500)));

        var answer = post(beacon());

        assertProblem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
        assertThat(answer.body()).doesNotContain("redis", "Unavailable");
        assertReadable(answer, House.ORIGIN);
    }

    @Test
    void a_fault_of_ours_says_nothing_of_itself() {
        flow.answers = (key, input) -> Uni.createFrom().failure(new IllegalStateException("inner secret"));

        var answer = post(beacon());

        assertProblem(answer, 503);
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }

    @Test
    void no_answer_before_the_commit() {
        var commit = new CompletableFuture<Receipt>();
        flow.answers = (key, input) -> Uni.createFrom().completionStage(commit);
        var asked = http.sendAsync(
                to(beacon(), Map.of("Origin", House.ORIGIN, "Content-Type", "text/plain")),
                HttpResponse.BodyHandlers.ofString());
        var other = post("{}");
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(asked).isNotDone();

        commit.complete(Receipt.TAKEN);

        assertThat(asked)
                .succeedsWithin(Duration.ofSeconds(5))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(204);
    }

    @Test
    void preflight() {
        var answer = send(request()
                .method("OPTIONS", BodyPublishers.noBody())
                .headers("Origin", House.ORIGIN, "Access-Control-Request-Method", "POST")
                .build());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertReadable(answer, House.ORIGIN);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).contains("POST");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers")).contains("Content-Type");
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("86400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "HEAD"})
    void other_methods(String method) {
        var answer = send(request()
                .method(method, BodyPublishers.noBody())
                .header("Origin", House.ORIGIN)
                .build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
        assertReadable(answer, House.ORIGIN);
    }

    @Test
    void the_shard_in_the_address_is_for_others() {
        var answer = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/v1/beacons?s=zz"))
                .POST(BodyPublishers.ofString(beacon()))
                .headers("Origin", House.ORIGIN, "Content-Type", "text/plain")
                .build());

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void every_answer_is_counted_by_its_word() {
        double before =
                meters.counter("overture.beacon.answers", "answer", "invalid").count();

        post("{}");

        assertThat(meters.counter("overture.beacon.answers", "answer", "invalid")
                        .count())
                .isEqualTo(before + 1);
    }

    private static void assertReadable(HttpResponse<String> answer, @Nullable String origin) {
        var headers = answer.headers();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEqualTo(Optional.ofNullable(origin));
        assertThat(headers.allValues("Vary")).isEqualTo(List.of("Origin"));
        assertThat(headers.firstValue("Access-Control-Expose-Headers")).contains("Retry-After");
        assertThat(headers.firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = Documents.read(answer.body());
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("title").textValue()).isNotBlank();
        assertThat(problem.path("type").textValue()).isEqualTo("about:blank");
    }

    /** Of a visitor nobody saw before, so that tests do not share a measure. */
    private static String beacon() {
        return Documents.with(Documents.BEACON, "/visitor", "\"" + newVisitor() + "\"");
    }

    private static String newVisitor() {
        return UUID.randomUUID().toString();
    }

    private HttpResponse<String> post(String body) {
        return post(body, Map.of("Origin", House.ORIGIN, "Content-Type", "text/plain"));
    }

    private HttpResponse<String> post(String body, Map<String, String> headers) {
        return send(to(body, headers));
    }

    private HttpRequest to(String body, Map<String, String> headers) {
        var request = request().POST(BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return request.build();
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/v1/beacons"))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    private int port() {
        if (server == null) {
            throw new IllegalStateException("the door is not open yet");
        }
        return server.actualPort();
    }
}
