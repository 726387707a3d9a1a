package io.overture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walks the whole public port, as the demo serves it and as production does: every path of the API document with
 * every method, and those an intruder tries first. Only the public doors answer somebody without a role.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PublicDoorsIT {
    private static final Set<String> PUBLIC_DOORS = Set.of(
            "/v1/beacons",
            "/v1/visitor",
            "/overture.js",
            "/overture-live.js",
            "/overture-card.js",
            "/overture-talk.js",
            "/overture-debug.js",
            // The demo's leads on to the boutique; elsewhere there is nothing.
            "/",
            "/demo/",
            "/console",
            "/console/",
            "/console/index.html",
            "/console/config.json");
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> ROLES = List.of("advisor", "lead", "operator");
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

        var otherwise = knocks.flatMap(knock -> ROLES.stream()
                        .map(role -> send(
                                URI.create(nodes.get(at).base() + knock.path()), knock.method(), credentials(at, role)))
                        .filter(answer -> answer.statusCode() >= 400 && !isProblem(answer))
                        .map(answer -> knock + ": " + answer.statusCode() + " " + answer.body()))
                .distinct()
                .toList();

        assertThat(otherwise).isEmpty();
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
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
        var request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).method(method, BodyPublishers.noBody());
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
