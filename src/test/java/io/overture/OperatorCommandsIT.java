package io.overture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.store.Stores;
import io.smallrye.jwt.build.Jwt;
import io.vertx.redis.client.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of the packaged executable against two real nodes of one region: one of the demo, by name and password, and
 * one of production, by a token and by TLS with a certificate of its own.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OperatorCommandsIT {

    private static final String SECRET = "demo-demo-demo-demo-demo-demo-32";
    /** {@link #putClient} writes it as an address does. */
    private static final String CLIENT = "client/é +1";

    private static final String VERSION = "\\d+\\.\\d+\\.\\d+.*";

    @TempDir
    static Path folder;

    private final int tlsPort = Ports.free();
    private final String nowhere = "http://127.0.0.1:" + Ports.free();
    private RedisServer redis;
    private SelfSigned certificate;
    private Path token;
    private Node demo;
    private Node production;

    @BeforeAll
    void start() throws Exception {
        var issuer = rsa();
        token = Files.writeString(
                folder.resolve("token"),
                Jwt.upn("somebody")
                                .audience("overture")
                                .groups("operator")
                                .expiresIn(3_600)
                                .sign(issuer.getPrivate())
                        + "\n");
        certificate = SelfSigned.naming("ip:127.0.0.1", folder);
        redis = RedisServer.start("--maxmemory-policy", "allkeys-lru");
        demo = Node.start(redis);
        production = Node.start(redis, production(issuer));
        await().atMost(BrowserTab.PATIENCE)
                .until(() -> nodes().size() == 2 && all("state", nodes()).equals(List.of("serving", "serving")));
    }

    @AfterAll
    void stop() {
        demo.close();
        production.close();
        redis.close();
    }

    @Test
    void nodes_lists_both_for_people_and_for_machines() {
        var people = byName("nodes");
        var machines = byName("nodes", "--json").json();

        assertThat(people.code()).isZero();
        assertThat(people.out().lines().findFirst().orElse(""))
                .contains("NODE", "REGION", "STATE", "VERSION", "SOCKETS");
        assertThat(people.out().lines()).hasSize(3);
        assertThat(machines.path("region").asText()).isEqualTo("local");
        assertThat(machines.path("stale").asBoolean(true)).isFalse();
        assertThat(machines.path("nodes")).hasSize(2).allSatisfy(node -> {
            assertThat(node.path("version").asText()).matches(VERSION);
            assertThat(node.path("started").asLong()).isPositive();
            assertThat(node.path("runs").asText()).isIn("jvm", "native");
            assertThat(people.out()).contains(node.path("id").asText());
        });
    }

    @Test
    void a_token_from_a_file_and_an_authority_of_the_house_open_the_door_by_tls() {
        var https = "https://127.0.0.1:" + tlsPort;

        var known = Ran.overture(
                Map.of(),
                "",
                "nodes",
                "--json",
                "--url",
                https,
                "--token-file",
                token.toString(),
                "--ca-file",
                certificate.certificate().toString());
        var unknown = Ran.overture(Map.of(), "", "nodes", "--url", https, "--token-file", token.toString());

        var doctor = Ran.overture(
                Map.of("OVERTURE_CA_FILE", certificate.certificate().toString()),
                "",
                "doctor",
                "--json",
                "--url",
                https,
                "--token-file",
                token.toString());

        assertThat(state(doctor.json(), "way.tls")).isEqualTo("ok");
        assertThat(state(doctor.json(), "issuer")).isEqualTo("ok");
        assertThat(state(doctor.json(), "settings.sites")).isEqualTo("fail");
        assertThat(state(doctor.json(), "settings.desks")).isEqualTo("warn");
        assertThat(doctor.code()).isEqualTo(1);
        assertThat(known.err()).isEmpty();
        assertThat(known.code()).isZero();
        assertThat(known.json().path("nodes")).hasSize(2);
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("does not answer").contains("certif");
    }

    @Test
    void a_drained_node_is_empty_and_still_answers_and_comes_back() throws Exception {
        var id = byName("nodes", "--json").json().path("answeredBy").asText();
        try (var visitor = new BrowserClient();
                var late = new BrowserClient()) {
            var tab = visitor.open(demo);

            var drained = byName("drain", id, "--wait", "--json");

            assertThat(drained.err()).isEmpty();
            assertThat(drained.code()).isZero();
            assertThat(drained.json().path("done").asBoolean()).isTrue();
            assertThat(tab.all("go_away")).isNotEmpty();
            assertThat(tab.closeCode()).isEqualTo(1012);
            assertThat(demo.ready()).isFalse();
            visitor.happens(demo, Ga4.named("page_view"));
            assertThat(late.dial(demo).closeCode()).isEqualTo(1012);
            assertThat(all("state", nodes())).containsExactlyInAnyOrder("draining", "serving");

            var other = nodes().stream()
                    .filter(node -> node.path("state").asText().equals("serving"))
                    .findFirst()
                    .orElseThrow();
            var last = byName("drain", other.path("id").asText());
            assertThat(last.code()).isEqualTo(1);
            assertThat(last.err())
                    .contains("409", "No other node would serve", "--force")
                    .doesNotContain("force=true");

            var undone = byName("drain", id, "--undo", "--wait");
            assertThat(undone.code()).isZero();
            assertThat(demo.ready()).isTrue();
            assertThat(demo.log()).contains("event=node_asked node=" + id + " to=drain force=false");
            assertThat(demo.log()).doesNotContain("force=true");
            late.open(demo);
        }
    }

    @Test
    void a_node_nobody_knows_is_not_drained() {
        var ran = byName("drain", "0123456789abcdef");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("404").contains("no such node");
    }

    @Test
    void the_doctor_finds_what_is_wrong_until_it_is_right_and_tells_no_secret() throws Exception {
        var ill = byName("doctor", "--json");
        set("maxmemory-policy", "noeviction");
        set("appendonly", "yes");
        set("maxmemory", "512mb");
        var better = byName("doctor");

        assertThat(ill.code()).isEqualTo(1);
        assertThat(state(ill.json(), "redis.eviction")).isEqualTo("fail");
        assertThat(state(ill.json(), "redis.persistence")).isEqualTo("fail");
        assertThat(state(ill.json(), "redis.memory")).isEqualTo("warn");
        assertThat(state(ill.json(), "redis.reachable")).isEqualTo("ok");
        assertThat(state(ill.json(), "nodes")).isEqualTo("ok");
        assertThat(state(ill.json(), "nodes.versions")).isEqualTo("ok");
        assertThat(state(ill.json(), "clocks")).isEqualTo("ok");
        assertThat(state(ill.json(), "way.service")).isEqualTo("ok");
        assertThat(better.code()).as(better.out()).isEqualTo(2);
        assertThat(better.out())
                .contains("warn  redis.replicas")
                .doesNotContainPattern("(?m)^fail")
                .doesNotContain(SECRET);
        assertThat(ill.out()).doesNotContain(SECRET);
    }

    @Test
    void before_a_node_is_started_its_settings_are_looked_at() {
        var fine = Ran.overture(
                Map.of("QUARKUS_REDIS_HOSTS", redis.url(), "OVERTURE_REGION", "eu-west"), "", "doctor", "--settings");
        var wrong = Ran.overture(
                Map.of("QUARKUS_REDIS_HOSTS", "redis://user:very-secret@127.0.0.1:1", "OVERTURE_BOOK", "/no/such"),
                "",
                "doctor",
                "--settings");

        assertThat(fine.code()).isEqualTo(2);
        assertThat(fine.out()).contains("takes connections").contains("warn  settings.issuer");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out())
                .contains("fail  settings.redis")
                .contains("fail  settings.file")
                .doesNotContain("very-secret");
    }

    @Test
    void a_client_is_erased_in_every_region_that_lives_and_the_dead_one_is_named() throws Exception {
        putClient();

        var first = byName(
                "erase", "--json", "--client", CLIENT, "--patience", "2", "--regions", demo.base() + "," + nowhere);
        var receipts = Files.writeString(folder.resolve("receipts.ndjson"), first.out());
        putClient();
        var again = byName(
                "erase",
                "--json",
                "--from",
                receipts.toString(),
                "--regions",
                demo.base().toString());
        var third = Ran.overture(
                users(),
                first.out(),
                "erase",
                "--from",
                "-",
                "--pseudonymous",
                "--regions",
                demo.base().toString());

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.err()).contains("not confirmed by " + nowhere);
        assertThat(first.lines()).hasSize(2);
        var done = first.lines().stream()
                .filter(each -> each.path("state").asText().equals("erased"))
                .findFirst()
                .orElseThrow();
        assertThat(done.path("client").asText()).isEqualTo(CLIENT);
        assertThat(done.path("region").asText()).isEqualTo("local");
        assertThat(done.path("erased").path("record").asInt()).isEqualTo(1);
        assertThat(again.code()).isZero();
        assertThat(again.lines()).hasSize(1);
        assertThat(again.lines().getFirst().path("erased").path("record").asInt())
                .isEqualTo(1);
        assertThat(third.code()).isZero();
        assertThat(third.out()).contains("nothing was kept").contains("sha256:").doesNotContain(CLIENT);
    }

    @Test
    void a_visitor_is_erased_and_it_may_be_repeated() throws Exception {
        try (var visitor = new BrowserClient()) {
            visitor.happens(demo, Ga4.named("page_view"));

            var once = erase(visitor);
            var twice = erase(visitor);

            assertThat(once.code()).isZero();
            assertThat(once.json().path("erased").path("visitors").asInt()).isEqualTo(1);
            assertThat(twice.json().path("erased").path("visitors").asInt()).isZero();
            assertThat(Operator.keptStatus(demo, visitor)).isEqualTo(404);
        }
    }

    @Test
    void what_is_asked_wrongly_is_said_on_standard_error_alone() {
        var unknown = byName("node");
        var stranger = Ran.overture(
                Map.of("OVERTURE_TOKEN", "not-a-token-of-anybody"),
                "",
                "nodes",
                "--url",
                production.base().toString());
        var nobody = Ran.overture(Map.of(), "", "nodes", "--url", nowhere);

        assertThat(List.of(unknown, stranger, nobody)).allSatisfy(ran -> {
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
        });
        assertThat(unknown.err()).contains("Did you mean").contains("nodes");
        assertThat(stranger.err()).contains("401").doesNotContain("not-a-token");
        assertThat(nobody.err()).contains("does not answer");
    }

    @Test
    void help_and_version() {
        var help = Ran.overture(Map.of(), "", "--help");
        var version = Ran.overture(Map.of(), "", "--version");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("nodes", "drain", "doctor", "erase", "serve", "OVERTURE_TOKEN");
        assertThat(version.code()).isZero();
        assertThat(version.out().strip()).matches("overture " + VERSION);
    }

    private Ran byName(String... args) {
        var all = new ArrayList<>(List.of(args));
        if (!all.contains("--regions")) {
            all.addAll(List.of("--url", demo.base().toString()));
        }
        return Ran.overture(users(), "", all.toArray(String[]::new));
    }

    private static Map<String, String> users() {
        return Map.of("OVERTURE_USER", "operator", "OVERTURE_PASSWORD", "operator");
    }

    private Ran erase(BrowserClient visitor) {
        return byName(
                "erase",
                "--json",
                "--visitor",
                visitor.handle(),
                "--regions",
                demo.base().toString());
    }

    private List<JsonNode> nodes() {
        var answer = Operator.parse(Operator.ask(demo, "GET", "/v1/nodes", "").body());
        return StreamSupport.stream(answer.path("nodes").spliterator(), false).toList();
    }

    private static List<String> all(String field, List<JsonNode> nodes) {
        return nodes.stream().map(node -> node.path(field).asText()).toList();
    }

    private static String state(JsonNode doctor, String id) {
        for (var check : doctor.path("checks")) {
            if (check.path("id").asText().equals(id)) {
                return check.path("state").asText();
            }
        }
        return "";
    }

    private void putClient() {
        var answer = Operator.ask(demo, "PUT", "/v1/clients/client%2F%C3%A9%20%2B1", "{\"name\": \"A. Client\"}");
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private void set(String setting, String value) throws Exception {
        try (var stores = new Stores()) {
            Stores.ask(stores.lanes(redis.url()), Command.CONFIG, "SET", setting, value);
        }
    }

    private Map<String, String> production(KeyPair issuer) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_PROFILE", "prod");
        environment.put("QUARKUS_OIDC_TENANT_ENABLED", "true");
        environment.put(
                "QUARKUS_OIDC_PUBLIC_KEY",
                Base64.getEncoder().encodeToString(issuer.getPublic().getEncoded()));
        environment.put("QUARKUS_OIDC_TOKEN_AUDIENCE", "overture");
        environment.put("QUARKUS_HTTP_SSL_PORT", "" + tlsPort);
        environment.put(
                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES", certificate.certificate().toString());
        environment.put(
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", certificate.key().toString());
        return environment;
    }

    private static KeyPair rsa() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }
}
