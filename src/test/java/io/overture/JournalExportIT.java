package io.overture;

import static io.overture.Journalled.header;
import static io.overture.Journalled.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** The journal leaves by both ways: two nodes, one of which exports, one Redis, one real broker. */
@TestInstance(Lifecycle.PER_CLASS)
class JournalExportIT {

    private static final String TOPIC = "journal";
    private static final String REFUSED = "journal.refused";
    private static final int PARTITIONS = 3;
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private RedisServer redis;
    private KafkaBroker broker;
    private List<Node> nodes;

    @BeforeAll
    void start() throws Exception {
        redis = RedisServer.start();
        broker = KafkaBroker.start();
        try (var admin = broker.admin()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1), new NewTopic(REFUSED, 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        nodes = new ArrayList<>(List.of(node(), node()));
    }

    @AfterAll
    void stop() {
        nodes.forEach(Node::close);
        broker.close();
        redis.close();
    }

    /** Whatever a test did or left undone: two nodes that answer, a broker that takes what it is sent. */
    @AfterEach
    void mend() throws Exception {
        nodes.forEach(Node::thaw);
        broker.restart();
        nodes.replaceAll(node -> node.ready() ? node : inPlaceOf(node));
        mostBytes(1_000_000);
    }

    @Test
    void all_that_was_taken_arrives_whoever_freezes_dies_or_is_away_in_order_and_the_tombstone_last() {
        try (var journal = new Journalled(broker, TOPIC, PARTITIONS)) {
            var visitors = Stream.generate(BrowserClient::new).limit(8).toList();
            visit(nodes.getFirst(), visitors, 3);
            await().atMost(LONG).until(() -> journal.soFar().size() >= 8);

            var frozen = exporter();
            var other = otherThan(frozen);
            frozen.freeze();
            visit(other, visitors, 2);
            await().atMost(LONG).until(() -> isExporter(other));
            visit(other, visitors, 2);
            frozen.thaw();
            broker.stop();
            visit(other, visitors, 2);
            other.kill();
            await().atMost(LONG).until(() -> takesBeacons(frozen));
            visit(frozen, visitors, 2);
            broker.restart();
            await().atMost(LONG).until(() -> isExporter(frozen));
            visit(frozen, visitors, 2);
            var names = visitors.stream()
                    .map(visitor -> Operator.journalOf(frozen, visitor)
                            .getFirst()
                            .path("visitor")
                            .asText())
                    .toList();
            var forgotten = visitors.getFirst();
            var name = names.getFirst();
            assertThat(Operator.ask(frozen, "DELETE", "/v1/visitors/" + forgotten.handle(), "")
                            .statusCode())
                    .isEqualTo(204);

            var taken = taken(frozen);
            assertThat(taken.keySet()).hasSizeGreaterThan(8 * 13);
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(byId(journal.soFar()).keySet()).containsAll(taken.keySet()));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(of(name, journal.soFar()))
                            .last()
                            .satisfies(last -> assertThat(last.value()).isNull()));
            assertThat(taken.values())
                    .filteredOn(record -> record.path("visitor").asText().equals(name))
                    .last()
                    .satisfies(last -> assertThat(last.path("type").asText()).isEqualTo("forgotten"));
            assertThat(byId(journal.soFar())).allSatisfy((id, copies) -> {
                assertThat(copies)
                        .extracting(ConsumerRecord::value)
                        .containsOnly(copies.getFirst().value());
                if (taken.containsKey(id)) {
                    assertThat(parsed(copies.getFirst().value())).isEqualTo(taken.get(id));
                }
            });
            var orders = inOrder(journal.soFar());
            var expected = perVisitor(taken);
            // Of these visitors: one that another test had sent again stands where it was sent.
            expected.keySet().retainAll(names);
            orders.keySet().retainAll(names);
            assertThat(orders).isEqualTo(expected).hasSize(visitors.size());
            described(journal.soFar());
            visitors.forEach(BrowserClient::close);
        }
    }

    @Test
    void what_the_broker_refuses_is_kept_with_its_reason_and_sent_again_when_it_may() throws Exception {
        var node = nodes.getFirst();
        try (var journal = new Journalled(broker, TOPIC, PARTITIONS);
                var refused = new Journalled(broker, REFUSED, 1);
                var visitor = new BrowserClient()) {
            mostBytes(1200);
            visitor.happens(node, many(12));
            await().atMost(LONG).until(() -> deadLetters(node).size() == 1);

            var letter = deadLetters(node).get(0);
            assertThat(letter.path("reason").asText()).isEqualTo("too_large");
            assertThat(letter.path("type").asText()).isEqualTo("beacon");
            assertThat(letter.path("bytes").asInt()).isGreaterThan(1200);
            var lost = letter.path("id").asText();
            await().atMost(LONG).until(() -> byId(refused.soFar()).containsKey(lost));
            assertThat(header(refused.soFar().getLast(), "overture_refused")).isEqualTo("too_large");
            visitor.happens(node, Ga4.view("W-1", "watches", 100));
            var after = Operator.journalOf(node, visitor, "beacon").getLast();
            await().atMost(LONG)
                    .until(() -> journal.soFar().stream()
                            .anyMatch(record -> record.value() != null
                                    && parsed(record.value()).equals(after)));
            assertThat(byId(journal.soFar())).doesNotContainKey(lost);

            mostBytes(1_000_000);
            var answer = Operator.ask(node, "POST", "/v1/journal/dead-letters/resend?id=" + lost, "");
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"resent\":1}");

            await().atMost(LONG).until(() -> byId(journal.soFar()).containsKey(lost));
            assertThat(deadLetters(node)).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void who_follows_goes_on_from_a_cursor_and_gets_the_same_ids() throws IOException {
        var node = nodes.getLast();
        try (var visitor = new BrowserClient()) {
            String first;
            String name;
            try (var lines = follow(node, "end")) {
                first = next(lines, "cursor").path("after").asText();
                visitor.happens(node, Ga4.view("W-1", "watches", 100));
                var began = next(lines, "session_began");
                assertThat(began.path("record").asText()).matches("[0-9a-f]{2}-\\d+-\\d+");
                name = began.path("visitor").asText();
                next(lines, "beacon");
            }
            visitor.happens(nodes.getFirst(), Ga4.view("W-2", "watches", 100));
            visitor.happens(node, Ga4.view("W-3", "watches", 100));
            var once = untilThird(node, first, name);
            var again = untilThird(nodes.getFirst(), first, name);

            assertThat(once).isEqualTo(again).hasSizeGreaterThanOrEqualTo(4);
        }
        for (var wrong : List.of("after=nonsense", "follow=true", "after=end&from=5")) {
            var answer = Operator.ask(node, "GET", "/v1/journal?" + wrong, "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    private Node node() {
        return Node.start(
                redis,
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", broker.address(),
                        "OVERTURE_JOURNAL_KAFKA_TOPIC", TOPIC,
                        "OVERTURE_JOURNAL_KAFKA_DEAD_LETTER_TOPIC", REFUSED));
    }

    private Node inPlaceOf(Node gone) {
        gone.close();
        return node();
    }

    private Node exporter() {
        await().atMost(LONG).until(() -> nodes.stream().anyMatch(JournalExportIT::isExporter));
        return nodes.stream().filter(JournalExportIT::isExporter).findFirst().orElseThrow();
    }

    private Node otherThan(Node node) {
        return nodes.stream().filter(each -> each != node).findFirst().orElseThrow();
    }

    private static boolean isExporter(Node node) {
        var metrics = BrowserClient.send(HttpRequest.newBuilder(URI.create(node.management() + "/q/metrics"))
                        .timeout(Duration.ofSeconds(10))
                        .build())
                .body();
        return metrics.lines().anyMatch(line -> line.matches("overture_journal_export_active\\{.*} 1\\.0"));
    }

    private static boolean takesBeacons(Node node) {
        try (var somebody = new BrowserClient()) {
            return somebody.post(node, somebody.beacon(Ga4.named("page_view"))).statusCode() == 204;
        }
    }

    private static void visit(Node node, List<BrowserClient> visitors, int times) {
        for (int i = 0; i < times; i++) {
            visitors.forEach(visitor -> visitor.happens(node, Ga4.view("W-1", "watches", 100)));
        }
    }

    private static ObjectNode[] many(int events) {
        return IntStream.range(0, events)
                .mapToObj(i -> Ga4.view("W-" + i, "watches", 100))
                .toArray(ObjectNode[]::new);
    }

    /** What the journal holds, by its ids. */
    private static Map<String, JsonNode> taken(Node node) {
        var answer = Operator.ask(node, "GET", "/v1/journal?after=start", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var all = new LinkedHashMap<String, JsonNode>();
        answer.body().lines().map(JournalExportIT::parsed).forEach(line -> {
            if (line.has("record")) {
                all.put(line.path("record").asText(), ((ObjectNode) line).without("record"));
            }
        });
        return all;
    }

    private static Map<String, List<ConsumerRecord<String, String>>> byId(List<ConsumerRecord<String, String>> all) {
        var byId = new LinkedHashMap<String, List<ConsumerRecord<String, String>>>();
        all.forEach(record ->
                byId.computeIfAbsent(id(record), id -> new ArrayList<>()).add(record));
        return byId;
    }

    private static List<ConsumerRecord<String, String>> of(String name, List<ConsumerRecord<String, String>> all) {
        return all.stream().filter(record -> record.key().equals(name)).toList();
    }

    /** Ids of each visitor, each once, as they came first. */
    private static Map<String, List<String>> inOrder(List<ConsumerRecord<String, String>> all) {
        var inOrder = new HashMap<String, List<String>>();
        byId(all).values().stream()
                .map(List::getFirst)
                .filter(record -> record.value() != null)
                .forEach(record -> inOrder.computeIfAbsent(record.key(), key -> new ArrayList<>())
                        .add(id(record)));
        return inOrder;
    }

    private static Map<String, List<String>> perVisitor(Map<String, JsonNode> taken) {
        var inOrder = new HashMap<String, List<String>>();
        taken.forEach(
                (id, record) -> inOrder.computeIfAbsent(record.path("visitor").asText(), key -> new ArrayList<>())
                        .add(id));
        return inOrder;
    }

    private static void described(List<ConsumerRecord<String, String>> all) {
        assertThat(all).allSatisfy(record -> {
            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(record, "ce_source")).isEqualTo("/overture/local");
            if (record.value() != null) {
                var type = parsed(record.value()).path("type").asText();
                assertThat(header(record, "ce_type")).isEqualTo("io.overture.journal." + type);
                assertThat(header(record, "ce_dataschema")).isEqualTo("urn:overture:journal:" + type + ":v1");
                assertThat(header(record, "content-type")).isEqualTo("application/json");
            }
        });
    }

    private void mostBytes(int bytes) throws Exception {
        try (var admin = broker.admin()) {
            var set = new AlterConfigOp(new ConfigEntry("max.message.bytes", "" + bytes), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, TOPIC), List.of(set)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static JsonNode deadLetters(Node node) {
        return parsed(Operator.ask(node, "GET", "/v1/journal/dead-letters", "").body())
                .path("deadLetters");
    }

    /** Ids of a visitor's records from a cursor on, up to the third beacon. */
    private static List<String> untilThird(Node node, String after, String name) throws IOException {
        try (var lines = follow(node, after)) {
            var ids = new ArrayList<String>();
            for (int beacons = 0; beacons < 3; ) {
                var line = parsed(lines.readLine());
                if (line.path("visitor").asText().equals(name)) {
                    ids.add(line.path("record").asText());
                    beacons += line.path("type").asText().equals("beacon") ? 1 : 0;
                }
            }
            return ids;
        }
    }

    private static JsonNode next(BufferedReader lines, String type) throws IOException {
        while (true) {
            var line = parsed(lines.readLine());
            if (line.path("type").asText().equals(type)) {
                return line;
            }
        }
    }

    private static BufferedReader follow(Node node, String after) {
        var request = HttpRequest.newBuilder(
                        URI.create(node.base() + "/v1/journal?site=demo&follow=true&after=" + after))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8)))
                .build();
        var body = HTTP.sendAsync(request, BodyHandlers.ofInputStream())
                .orTimeout(40, TimeUnit.SECONDS)
                .join();
        assertThat(body.statusCode()).isEqualTo(200);
        InputStream lines = body.body();
        return new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
    }

    private static JsonNode parsed(String line) {
        return Operator.parse(line);
    }
}
