package io.overture.deploy;

import static io.overture.BrowserClient.send;
import static io.overture.deploy.Manifests.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.Node;
import io.overture.Ports;
import io.overture.RedisServer;
import io.overture.SelfSigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.WebSocket.Listener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node as packaged, given what a region's manifests give it: it starts, and answers where they ask. */
class OperatedNodeIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> PROBES = List.of("startupProbe", "readinessProbe", "livenessProbe");

    private static RedisServer redis;

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    static Stream<String> regions() {
        return Manifests.REGIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("regions")
    void it_starts_with_the_settings_the_book_and_the_desks_of_its_region(String region) {
        var manifests = Manifests.overlay(region);

        try (var own = RedisServer.start();
                var node = Node.start(own, environment(region, manifests))) {
            var metrics = get(node.management() + path(manifests.one("ServiceMonitor", "overture")));
            assertThat(metrics).contains("overture_nodes_live{region=\"" + region + "\"}");
            assertThat(node.log()).contains("desks in force").doesNotContain("Unrecognized configuration key");
            assertThat(node.log()).containsPattern("\"timestamp\":\"[^\"]+Z\"").doesNotContain("already registered");
            node.stop();
            assertThat(node.log()).doesNotContain("the subscription of this node ended");
        }
    }

    @Test
    void a_node_of_another_region_does_not_start_on_the_redis_of_this_one() {
        try (var own = RedisServer.start();
                var ours = Node.start(own, Map.of("OVERTURE_REGION", "eu-west"));
                var foreign = Node.launch(Map.of("OVERTURE_REGION", "us-east", "QUARKUS_REDIS_HOSTS", own.url()))) {
            assertThat(foreign.exitCode()).isNotZero();
            assertThat(foreign.log()).contains("belongs to region eu-west");
            assertThat(ours.ready()).isTrue();
        }
    }

    @Test
    void it_answers_the_probes_and_opens_its_doors_where_the_ingress_leads(@TempDir Path folder) throws Exception {
        var manifests = Manifests.overlay("eu-west");
        var certificate = SelfSigned.naming("ip:127.0.0.1", folder);
        int secure = Ports.free();
        var environment = environment("eu-west", manifests);
        environment.put("QUARKUS_HTTP_SSL_PORT", "" + secure);
        environment.put(
                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES", certificate.certificate().toString());
        environment.put(
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", certificate.key().toString());

        try (var own = RedisServer.start();
                var node = Node.start(own, environment)) {
            assertThat(PROBES)
                    .allSatisfy(probe -> assertThat(status(node.management()
                                    + manifests
                                            .container()
                                            .at("/" + probe + "/httpGet/path")
                                            .asText()))
                            .isEqualTo(200));
            // The doors for passports answer 404 until passports are configured.
            assertThat(Doors.of(manifests).all())
                    .filteredOn(door -> door.exact() && !door.path().equals("/v1/visitor"))
                    .filteredOn(door -> !door.path().startsWith("/v1/passport"))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(door ->
                            assertThat(status(node.base() + door.path())).isNotEqualTo(404));
            assertThatCode(() -> dial(node)).doesNotThrowAnyException();
            assertThat(get(node.management() + scaling(manifests))).contains("\"desired\":");
            // Where TLS ends at the node browsers are told to stay with it; beside it, where it does not, nothing is
            // said. The node may be ready before that port is open.
            await().ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> assertThat(certificate
                                    .ask(URI.create("https://127.0.0.1:" + secure + "/overture.js"))
                                    .headers()
                                    .firstValue("Strict-Transport-Security"))
                            .contains("max-age=31536000"));
            assertThat(send(HttpRequest.newBuilder(URI.create(node.base() + "/overture.js"))
                                    .build())
                            .headers())
                    .satisfies(headers -> assertThat(headers.firstValue("Strict-Transport-Security"))
                            .isEmpty());
        }
    }

    @Test
    void the_containers_health_check_tells_a_living_node_from_none() {
        var check = Path.of("docker/healthy").toAbsolutePath().toString();

        try (var node = Node.start(redis)) {
            var port = "QUARKUS_MANAGEMENT_PORT=" + node.management().getPort();

            var alive = Commands.run(List.of("env", port, check));
            node.kill();
            var dead = Commands.run(List.of("env", port, check));

            assertThat(alive.exitCode()).as(alive.said()).isZero();
            assertThat(dead.exitCode()).isNotZero();
        }
    }

    @Test
    void what_alerts_and_dashboard_ask_for_is_measured_from_the_start() {
        var asked =
                Stream.concat(Dashboard.read().series(), alerts()).distinct().toList();

        // Nothing has happened yet: what is born with its first event does not count as an increase.
        try (var node = Node.start(redis)) {
            var metrics = get(node.management() + "/q/metrics").lines().toList();

            assertThat(asked)
                    .hasSizeGreaterThan(30)
                    .filteredOn(series -> metrics.stream().noneMatch(series::isIn))
                    .isEmpty();
        }
    }

    private static Stream<Expressions.Series> alerts() {
        var rules = Documents.yaml(Documents.text(Manifests.TREE.resolve("base/alerts.yaml")))
                .getFirst();
        return each(rules.at("/spec/groups"))
                .flatMap(group -> each(group.path("rules")))
                .flatMap(rule -> Expressions.series(rule.path("expr").asText()).stream());
    }

    /** All but the way to Redis, which is this machine's. */
    private static Map<String, String> environment(String region, Manifests manifests) {
        var all = new HashMap<>(manifests.settings());
        all.keySet().removeIf(name -> name.startsWith("QUARKUS_REDIS_"));
        all.put("QUARKUS_PROFILE", "prod");
        all.put("QUARKUS_SHUTDOWN_DELAY", "500ms");
        all.put("OVERTURE_SITES_MAISON_IDENTITY_SECRET", "a-secret-that-is-as-long-as-it-must-be");
        all.replace("OVERTURE_BOOK", file(region, "book.yaml", manifests.one("ConfigMap", "overture-book")));
        all.replace("OVERTURE_DESKS", file(region, "desks.yaml", manifests.one("ConfigMap", "overture-desks")));
        return all;
    }

    private static String file(String region, String name, JsonNode map) {
        var file = Path.of("target/operated", region, name).toAbsolutePath();
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, map.path("data").path(name).asText()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String scaling(Manifests manifests) {
        return URI.create(manifests
                        .one("ScaledObject", "overture")
                        .at("/spec/triggers/0/metadata/url")
                        .asText())
                .getPath();
    }

    private static String path(JsonNode monitor) {
        return monitor.at("/spec/endpoints/0/path").asText();
    }

    private static int status(String uri) {
        return send(HttpRequest.newBuilder(URI.create(uri)).build()).statusCode();
    }

    private static String get(String uri) {
        return send(HttpRequest.newBuilder(URI.create(uri)).build()).body();
    }

    private static void dial(Node node) {
        HTTP.newWebSocketBuilder()
                .subprotocols("overture.v1")
                .buildAsync(URI.create("ws:" + node.base().getSchemeSpecificPart() + "/v1/visitor"), new Listener() {})
                .join()
                .abort();
    }
}
