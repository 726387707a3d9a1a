package io.overture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.jwt.build.Jwt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks the whole public port, as the demo serves it and as production does: every path of the API document with
 * every method, and those an intruder tries first. Only the public doors answer somebody without a role.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PublicDoorsIT {
    private static final Set<String> PUBLIC_DOORS = Set.of(
            "/v1/beacons",
            "/v1/visitor",
            "/v1/passport",
            "/v1/passport/honour",
            "/v1/passport/keys",
            "/v1/passport/returns",
            "/overture.js",
            "/overture-live.js",
            "/overture-card.js",
            "/overture-talk.js",
            "/overture-debug.js",
            "/overture-passport.js",
            // The demo's leads on to the boutique; elsewhere there is nothing.
            "/",
            "/demo/",
            "/console",
            "/console/",
            "/console/index.html",
            "/console/config.json");
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> ROLES = List.of("advisor", "lead", "operator");
    private static final String REQUEST = "knock-1";
    private static final String AUDIENCE = "overture";
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);
    private static final List<String> WELL_KNOWN = List.of(
            "/",
            "/openapi",
            "/openapi.json",
            "/console/config",
            "/console/console.js.map",
            "/consoles",
            "/index.html",
            "/q",
            "/q/",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/metrics",
            "/q/info",
            "/q/openapi",
            "/q/dev",
            "/q/dev-ui",
            "/q/dev-v1",
            "/q/swagger-ui",
            "/q/arc",
            "/q/arc/beans",
            "/health",
            "/metrics",
            "/v1",
            "/v1/",
            "/v1/beacons/",
            "/v1/beacons/x",
            "/v1/visitor/",
            "/v1/advisor",
            "/v1/advisor/",
            "/v1/advisor/x",
            "/v1/visitors",
            "/v1/visitors/x",
            "/v1/visitors/x/explain",
            "/v1/book",
            "/v1/book/validate",
            "/v1/replay",
            "/v1/catalog/items",
            "/v1/clients/x",
            "/v1/scorecard",
            "/v1/scaling",
            "/v1/sites",
            "/v1/sites/x/traffic",
            "/v1/journal",
            "/v1/journal/dead-letters",
            "/v1/desk",
            "/overture.js.map",
            "/overture.js/",
            "/demonstration",
            "/META-INF/MANIFEST.MF",
            "/application.properties",
            "/.env");
    private static final List<String> DISGUISES = List.of(
            "//openapi",
            "/demo/../openapi",
            "/demo/%2e%2e/openapi",
            "/demo/..%2fopenapi",
            "/demo%2f..%2fopenapi",
            "/demo/..;/openapi",
            "/demo;/../openapi",
            "/console/../openapi",
            "/console/..%2fopenapi",
            "/console;/../openapi",
            "/v1/beacons/../../openapi",
            "/v1/beacons/..%2f..%2fopenapi",
            "/overture.js/../openapi",
            "/openapi;.js",
            "/openapi%00",
            "/%6fpenapi",
            "/./openapi",
            "/OPENAPI");

    private final HttpClient http = HttpClient.newHttpClient();
    private final KeyPair issuer = rsa();
    private RedisServer redis;
    private Map<Deployment, Node> nodes;

    enum Deployment {
        DEMO,
        PRODUCTION
    }

    @BeforeAll
    void start() {
        redis = RedisServer.start();
        var key = Base64.getEncoder().encodeToString(issuer.getPublic().getEncoded());
        nodes = Map.of(
                Deployment.DEMO,
                Node.start(redis),
                Deployment.PRODUCTION,
                Node.start(
                        redis,
                        Map.of(
                                "QUARKUS_PROFILE",
                                "prod",
                                "QUARKUS_OIDC_TENANT_ENABLED",
                                "true",
                                "QUARKUS_OIDC_PUBLIC_KEY",
                                key,
                                "QUARKUS_OIDC_TOKEN_AUDIENCE",
                                AUDIENCE)));
    }

    @AfterAll
    void stop() {
        nodes.values().forEach(Node::close);
        redis.close();
    }

    @ParameterizedTest
    @EnumSource
    void without_a_role_nothing_answers_but_the_public_doors(Deployment at) {
        var knocks = everyPath(at).flatMap(path -> METHODS.stream().map(method -> new Knock(method, path)));

        var answered =
                knocks.filter(knock -> !REFUSED.contains(status(at, knock, ""))).toList();

        assertThat(answered).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_role_opens_what_the_api_document_lists(Deployment at) {
        var listed = listed(at).stream().filter(knock -> !isPublic(knock.path()));

        var closed = listed.filter(knock -> ROLES.stream()
                        .map(role -> status(at, knock, credentials(at, role)))
                        .allMatch(Set.of(401, 403)::contains))
                .toList();

        assertThat(closed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_refused_is_a_problem(Deployment at) {
        var knocks = everyPath(at)
                .filter(path -> path.startsWith("/v1/"))
                .flatMap(path -> METHODS.stream().map(method -> new Knock(method, path)));

        var credentials = Stream.concat(
                        ROLES.stream().map(role -> credentials(at, role)),
                        Stream.of("", "Basic bm9ib2R5Om5vYm9keQ==", "Bearer nobodys"))
                .toList();

        var otherwise = knocks.flatMap(knock -> credentials.stream()
                        .map(who -> send(URI.create(nodes.get(at).base() + knock.path()), knock.method(), who))
                        .filter(answer -> answer.statusCode() >= 400 && !isProblem(answer, knock))
                        .map(answer -> knock + ": " + answer.statusCode() + " " + answer.body()))
                .distinct()
                .toList();

        assertThat(otherwise).isEmpty();
    }

    /** What HEAD is answered has no body. */
    private static boolean isProblem(HttpResponse<String> answer, Knock knock) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                && (knock.method().equals("HEAD")
                        || json(answer.body()).path("requestId").asText().equals(REQUEST));
    }

    @ParameterizedTest
    @EnumSource
    void every_answer_says_which_request_it_answers(Deployment at) {
        var knocks = Stream.concat(everyPath(at), Stream.concat(PUBLIC_DOORS.stream(), DISGUISES.stream()))
                .map(path -> new Knock("GET", path));

        var otherwise = knocks.filter(knock -> {
                    var answer = send(URI.create(nodes.get(at).base() + knock.path()), knock.method(), "");
                    return !answer.headers().allValues("X-Request-Id").equals(List.of(REQUEST));
                })
                .toList();

        assertThat(otherwise).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "with spaces",
                "{json}",
                "0123456789012345678901234567890123456789012345678901234567890123456"
            })
    void what_is_not_well_formed_is_not_said_again(String sent) {
        var beacon = URI.create(nodes.get(Deployment.PRODUCTION).base() + "/v1/beacons");

        var made = Stream.of("GET", "POST", "OPTIONS")
                .map(method -> send(beacon, method, "", sent))
                .map(answer -> answer.headers().firstValue("X-Request-Id").orElse(""))
                .toList();

        assertThat(made).allMatch(id -> id.matches("[0-9a-f]{16}")).doesNotHaveDuplicates();
    }

    @Test
    void the_log_has_it_in_the_lines_of_that_request() throws Exception {
        var node = nodes.get(Deployment.PRODUCTION);
        var desks = HttpRequest.newBuilder(URI.create(node.base() + "/v1/desks"))
                .header("X-Request-Id", "desks-1")
                .header("Authorization", credentials(Deployment.PRODUCTION, "lead"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"desks\": []}"))
                .build();

        var answer = http.send(desks, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(node.log().lines().filter(line -> line.contains("desks in force")))
                .anyMatch(line -> line.contains("\"mdc\":{\"requestId\":\"desks-1\"}"));
    }

    @Test
    void a_sockets_upgrade_says_it() throws Exception {
        var node = nodes.get(Deployment.PRODUCTION);
        var upgrade = "GET /v1/visitor HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Protocol: overture.v1\r\nX-Request-Id: socket-1\r\n\r\n";

        try (var socket = new Socket("127.0.0.1", node.base().getPort())) {
            socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .lines()
                    .takeWhile(line -> !line.isEmpty())
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .toList();

            assertThat(lines).anyMatch(line -> line.startsWith("http/1.1 101")).contains("x-request-id: socket-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_public_doors_ask_nobody_who_they_are(Deployment at) {
        var closed = PUBLIC_DOORS.stream()
                .map(path -> new Knock("GET", path))
                .filter(knock -> status(at, knock, "Basic bm9ib2R5Om5vYm9keQ==") == 401)
                .toList();

        assertThat(closed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_disguised_path_opens_nothing(Deployment at) {
        var opened = DISGUISES.stream()
                .map(path -> new Knock("GET", path))
                .filter(knock -> status(at, knock, "") < 400)
                .toList();

        assertThat(opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DEMO,/q/health", "DEMO,/q/metrics", "PRODUCTION,/q/health", "PRODUCTION,/q/metrics"})
    void health_and_metrics_live_on_the_management_port_only(Deployment at, String path) {
        var management = send(URI.create(nodes.get(at).management() + path), "GET", "");
        var publicPort = status(at, new Knock("GET", path), credentials(at, "operator"));

        assertThat(management.statusCode()).isEqualTo(200);
        assertThat(publicPort).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "DEMO,nobody,401",
        "DEMO,lead,200",
        "PRODUCTION,nobody,403",
        "PRODUCTION,advisor,200",
        "PRODUCTION,lead,200",
        "PRODUCTION,operator,200"
    })
    void a_role_is_what_counts(Deployment at, String role, int expected) {
        var status = status(at, new Knock("GET", "/openapi"), credentials(at, role));

        assertThat(status).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"advisor", "lead", "operator", "camille", "kenji", "partner", "shop"})
    void the_passwords_of_the_demo_are_worth_nothing_in_production(String role) {
        var status = status(Deployment.PRODUCTION, new Knock("GET", "/openapi"), credentials(Deployment.DEMO, role));

        assertThat(status).isEqualTo(401);
    }

    private record Knock(String method, String path) {}

    private Stream<String> everyPath(Deployment at) {
        return Stream.concat(listed(at).stream().map(Knock::path), WELL_KNOWN.stream())
                .distinct()
                .filter(path -> !isPublic(path));
    }

    /** A slash at the end leads to the same door. */
    private static boolean isPublic(String path) {
        return PUBLIC_DOORS.contains(path) || PUBLIC_DOORS.contains(path.replaceAll("/$", ""));
    }

    private List<Knock> listed(Deployment at) {
        var document =
                send(URI.create(nodes.get(at).base() + "/openapi?format=json"), "GET", credentials(at, "operator"));
        return properties(json(document.body()).path("paths"))
                .flatMap(path -> properties(path.getValue())
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT))
                        .filter(METHODS::contains)
                        .map(method -> new Knock(method, path.getKey().replaceAll("\\{[^}]+}", "x"))))
                .toList();
    }

    private static Stream<Map.Entry<String, JsonNode>> properties(JsonNode node) {
        return node.properties().stream();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int status(Deployment at, Knock knock, String credentials) {
        return send(URI.create(nodes.get(at).base() + knock.path()), knock.method(), credentials)
                .statusCode();
    }

    private HttpResponse<String> send(URI uri, String method, String credentials) {
        return send(uri, method, credentials, REQUEST);
    }

    private HttpResponse<String> send(URI uri, String method, String credentials, String id) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(10))
                .header("X-Request-Id", id)
                .method(method, BodyPublishers.noBody());
        if (!credentials.isEmpty()) {
            request.header("Authorization", credentials);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String credentials(Deployment at, String role) {
        return switch (at) {
            case DEMO ->
                "Basic " + Base64.getEncoder().encodeToString((role + ":" + role).getBytes(StandardCharsets.UTF_8));
            case PRODUCTION ->
                "Bearer "
                        + Jwt.upn("somebody")
                                .audience(AUDIENCE)
                                .groups(role)
                                .expiresIn(60)
                                .sign(issuer.getPrivate());
        };
    }

    private static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
