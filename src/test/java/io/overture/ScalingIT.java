package io.overture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A region that grows: every node says the same of it, and one that joins gets its share. */
@TestInstance(Lifecycle.PER_CLASS)
class ScalingIT {

    private static final Path BOOK = Path.of("src/test/resources/books/fleet.yaml");
    private static final int FREE = 40;
    private static final int ENGAGED = 8;

    /** A small house whose nodes carry little and look often. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "OVERTURE_BOOK", BOOK.toAbsolutePath().toString(),
            "OVERTURE_REGION", "eu-west",
            "OVERTURE_SCALING_SOCKETS_PER_NODE", "20",
            "OVERTURE_REBALANCE_INTERVAL", "1S",
            "OVERTURE_REBALANCE_MINIMUM", "4",
            "OVERTURE_REBALANCE_TOLERANCE", "0.1",
            "OVERTURE_REBALANCE_SHARE", "0.1");

    private RedisServer redis;
    private Fleet fleet;

    @BeforeAll
    void start() {
        redis = RedisServer.start();
        fleet = new Fleet(1, () -> Node.start(redis, ENVIRONMENT));
    }

    @AfterAll
    void stop() {
        fleet.close();
        redis.close();
    }

    @Test
    void a_node_that_joins_gets_its_share_and_nobody_engaged_is_disturbed() {
        try (var boutique = new Boutique(fleet.base())) {
            var engaged = boutique.comes(ENGAGED);
            boutique.invite(engaged);
            var free = boutique.comes(FREE);
            var first = fleet.nodes().getFirst();

            var joined = fleet.join();

            await().atMost(Boutique.PATIENCE).until(() -> sockets(joined) >= FREE / 4);
            boutique.awaitWelcome(free);
            await().atMost(Boutique.PATIENCE).until(() -> load(first) == FREE + ENGAGED);
            assertThat(engaged).allSatisfy(guest -> {
                assertThat(guest.page().all("go_away")).isEmpty();
                assertThat(guest.page().all("welcome")).hasSize(1);
            });
            assertThatAllSayTheSame(List.of(first, joined));
        }
    }

    @ParameterizedTest
    @CsvSource({"operator, 200", "advisor, 403", "lead, 403", "nobody, 401"})
    void who_may_ask(String user, int status) {
        var answer = BrowserClient.send(request(fleet.nodes().getFirst(), user));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void inside_the_cluster_it_is_told_without_credentials() {
        var node = fleet.nodes().getFirst();

        var answer = BrowserClient.send(HttpRequest.newBuilder(URI.create(node.management() + "/q/scaling"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Operator.parse(answer.body()).path("desired").asInt()).isPositive();
    }

    @Test
    void prometheus_is_told_as_well() {
        var node = fleet.nodes().getFirst();

        var metrics = BrowserClient.send(HttpRequest.newBuilder(URI.create(node.management() + "/q/metrics"))
                        .build())
                .body();

        assertThat(metrics)
                .contains(
                        "overture_scaling_desired{region=\"eu-west\"}",
                        "overture_scaling_need{",
                        "overture_scaling_stale{",
                        "overture_load_beacons{",
                        "overture_load_in_flight{",
                        "overture_load_event_loop_delay{");
    }

    private static void assertThatAllSayTheSame(List<Node> nodes) {
        await().atMost(Boutique.PATIENCE).untilAsserted(() -> {
            var answers = nodes.stream().map(ScalingIT::aboutTheRegion).toList();
            var one = answers.getFirst();
            assertThat(answers).allSatisfy(other -> assertThat(other).isEqualTo(one));
            assertThat(one.path("region").asText()).isEqualTo("eu-west");
            assertThat(one.path("stale").asBoolean()).isFalse();
            assertThat(one.path("nodes").asInt()).isEqualTo(2);
            // 48 sockets and a quarter, 20 a node.
            assertThat(one.path("need").asInt()).isEqualTo(3);
            assertThat(one.path("desired").asInt()).isGreaterThanOrEqualTo(3);
        });
    }

    /** All but what differs from node to node and from moment to moment. */
    private static JsonNode aboutTheRegion(Node node) {
        var answer = (ObjectNode) scaling(node);
        answer.remove(List.of("node", "computedAt"));
        ((ObjectNode) answer.path("load")).retain("sockets", "draining");
        return answer;
    }

    private static long sockets(Node node) {
        return scaling(node).at("/node/sockets").longValue();
    }

    private static long load(Node node) {
        return scaling(node).at("/load/sockets").longValue();
    }

    private static JsonNode scaling(Node node) {
        return Operator.parse(BrowserClient.send(request(node, "operator")).body());
    }

    private static HttpRequest request(Node node, String user) {
        return HttpRequest.newBuilder(URI.create(node.base() + "/v1/scaling"))
                .header("Authorization", credentials(user))
                .build();
    }

    private static String credentials(String user) {
        var pair = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
