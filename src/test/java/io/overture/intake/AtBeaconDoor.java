package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.push.Departure;
import io.overture.trace.Traces;
import io.overture.traffic.Traffic;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The beacon's door over real HTTP, in front of a flow that answers as it is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtBeaconDoor {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    static final int BURST = 3;

    private final Vertx vertx = Vertx.vertx();
    final HttpClient http = HttpClient.newHttpClient();
    final FakeFlow flow = new FakeFlow();
    volatile Departure.Stage stage = Departure.Stage.SERVING;
    private final Departure departure = new Departure() {
        @Override
        public Stage stage() {
            return stage;
        }
    };
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Traffic traffic = new Traffic(House.sites(), meters);
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
                        new Callers(new Hops(false, false, List.of())),
                        new Tally(meters, traffic),
                        departure,
                        Traces.OFF,
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

    static void assertReadable(HttpResponse<String> answer, @Nullable String origin) {
        var headers = answer.headers();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEqualTo(Optional.ofNullable(origin));
        assertThat(headers.allValues("Vary")).isEqualTo(List.of("Origin"));
        assertThat(headers.firstValue("Access-Control-Expose-Headers")).contains("Retry-After, X-Request-Id");
        assertThat(headers.firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }

    static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = Documents.read(answer.body());
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("title").textValue()).isNotBlank();
        assertThat(problem.path("type").textValue()).isEqualTo("about:blank");
    }

    /** Of a visitor nobody saw before, so that tests do not share a measure. */
    static String beacon() {
        return Documents.with(Documents.BEACON, "/visitor", "\"" + newVisitor() + "\"");
    }

    static String newVisitor() {
        return UUID.randomUUID().toString();
    }

    HttpResponse<String> post(String body) {
        return post(body, Map.of("Origin", House.ORIGIN, "Content-Type", "text/plain"));
    }

    HttpResponse<String> post(String body, Map<String, String> headers) {
        return send(to(body, headers));
    }

    HttpRequest to(String body, Map<String, String> headers) {
        var request = request().POST(BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return request.build();
    }

    HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/v1/beacons"))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    int port() {
        if (server == null) {
            throw new IllegalStateException("the door is not open yet");
        }
        return server.actualPort();
    }
}
