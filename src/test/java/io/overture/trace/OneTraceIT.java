package io.overture.trace;

import static io.overture.BrowserTab.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.BrowserClient;
import io.overture.ConsoleClient;
import io.overture.Ga4;
import io.overture.Node;
import io.overture.RedisServer;
import io.smallrye.jwt.build.Jwt;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One journey over two nodes, as a collector gets to see it: a beacon at one, an alarm, an invitation shown at the other,
 * accepted, rung, claimed at the first, and the advisor's first word.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneTraceIT {

    private static final String BOOK =
            Path.of("src/test/resources/books/protocol.yaml").toAbsolutePath().toString();
    private static final String SHOPS = "4bf92f3577b34da6a3ce929d0e0e4736/00f067aa0ba902b7";
    private static final String CLIENT = "client-ada-4711";
    private static final String EXAMPLE = "_bucket\\{[^}]*} \\S+ # \\{[^}]*trace_id=\"([0-9a-f]{32})\"";

    private final Collector collector = Collector.start();
    private final BrowserClient browser = new BrowserClient().carries(token());
    private RedisServer redis;
    private Node first;
    private Node second;
    private String journey;

    @BeforeAll
    void goThroughIt() {
        redis = RedisServer.start();
        first = Node.start(redis, environment("first"));
        second = Node.start(redis, environment("second"));
        try (var camille = ConsoleClient.open(first, "camille")) {
            camille.is("available");
            var page = browser.open(second);
            send(first, browser.beacon(Ga4.named("page_view"), Ga4.view("precious-1", "precious", 9_000)));
            journey = page.next("invitation").path("id").asText();
            page.answer(journey, "shown");
            page.answer(journey, "accepted");
            camille.next("ring");
            camille.asks("claim", journey);
            camille.next("talk");
            camille.says(journey, "word-1", "Good afternoon");
            page.next("message");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(collector.named("first word")).hasSize(1));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(collector.named("accepted")).hasSize(1));
        }
    }

    @AfterAll
    void stop() {
        browser.close();
        Stream.of(first, second).forEach(Node::close);
        redis.close();
        collector.close();
    }

    @Test
    void the_beacon_that_set_the_alarm_is_linked_with_whoever_sent_it() {
        var beacon = collector.named("beacon").findFirst().orElseThrow();

        assertThat(beacon.links()).containsExactly(SHOPS);
        assertThat(beacon.said()).containsEntry("overture.site", "demo").containsEntry("overture.receipt", "taken");
        assertThat(names(below(beacon))).containsExactly("step");
        assertThat(names(below(below(beacon).getFirst()))).contains("commit");
        assertThat(beacon.node()).isEqualTo("first");
    }

    @Test
    void the_alarm_that_invited_her_is_linked_with_the_step_that_set_it() {
        var alarm = inTheJourney("alarm");

        var setter = alarm.links().stream()
                .map(collector::at)
                .flatMap(Optional::stream)
                .toList();

        assertThat(alarm.parent()).isEmpty();
        assertThat(setter).singleElement().satisfies(step -> {
            assertThat(step.name()).isEqualTo("step");
            assertThat(step.trace()).isNotEqualTo(alarm.trace());
        });
    }

    @Test
    void the_invitation_goes_from_the_step_to_the_socket_at_the_other_node() {
        var step = root();

        var push = below(step).stream().filter(named("push")).findFirst().orElseThrow();
        assertThat(names(above(step))).containsExactly("alarm");
        assertThat(step.said()).containsEntry("overture.trigger", "precious");
        assertThat(names(below(step))).contains("commit", "push");
        assertThat(push.said()).containsEntry("overture.frame", "invitation");
        assertThat(below(push)).singleElement().satisfies(deliver -> {
            assertThat(deliver.name()).isEqualTo("deliver");
            assertThat(deliver.node()).isEqualTo("second");
            assertThat(deliver.said()).containsEntry("overture.sockets", "1");
        });
    }

    @Test
    void what_comes_of_it_hangs_below_the_step_that_invited_whichever_node_it_is_at() {
        var stages = below(root());

        assertThat(stages)
                .extracting(Collector.Told::name)
                .contains("shown", "accepted", "ring", "claim", "first word");
        assertThat(stages.stream().filter(named("shown").or(named("accepted"))))
                .extracting(Collector.Told::node)
                .containsOnly("second");
        assertThat(stages.stream().filter(named("claim").or(named("first word"))))
                .extracting(Collector.Told::node)
                .containsOnly("first");
        assertThat(stages.stream().filter(named("accepted").or(named("claim")).or(named("first word"))))
                .allSatisfy(stage -> assertThat(below(stage))
                        .singleElement()
                        .satisfies(step -> assertThat(names(below(step))).contains("commit")));
        assertThat(stages.stream()
                        .filter(named("ring"))
                        .findFirst()
                        .orElseThrow()
                        .said())
                .containsEntry("overture.advisors", "1");
    }

    @Test
    void nothing_says_who_anybody_is() {
        var standing = browser.hello();
        var secrets = Stream.of(
                        browser.handle(),
                        standing.path("visitor").asText(),
                        standing.path("session").asText(),
                        standing.path("client").asText(),
                        browser.source(),
                        CLIENT,
                        "camille",
                        journey,
                        "127.0.0.1",
                        "Good afternoon")
                .toList();

        assertThat(secrets).doesNotContain("");
        assertThat(collector.spans())
                .hasSizeGreaterThan(15)
                .allSatisfy(span -> assertThat(span.raw().toString()).doesNotContain(secrets));
    }

    @Test
    void every_span_is_one_of_ours_and_has_a_place_of_its_own() {
        assertThat(collector.spans())
                .allSatisfy(span -> assertThat(span.scope()).as(span.name()).isEqualTo("io.overture"))
                .extracting(Collector.Told::place)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"overture_step_seconds", "overture_desk_claim_seconds", "overture_desk_first_word_seconds"})
    void a_histogram_names_one_of_these_traces(String histogram) {
        var metrics = BrowserClient.send(HttpRequest.newBuilder(URI.create(first.management() + "/q/metrics"))
                        .header("Accept", "application/openmetrics-text;version=1.0.0;q=0.6,*/*;q=0.5")
                        .build())
                .body();

        var named = Pattern.compile(histogram + EXAMPLE)
                .matcher(metrics)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(named).isNotEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.spans())
                        .extracting(Collector.Told::trace)
                        .containsAll(named));
    }

    @Test
    void the_decision_is_logged_with_the_trace_it_belongs_to() {
        var decided = Stream.of(first, second)
                .flatMap(node -> node.log().lines())
                .filter(line -> line.contains("event=invitation_offered"));

        assertThat(decided).singleElement().asString().contains("\"traceId\":\"" + root().trace() + "\"");
    }

    /** The step that invited her, of which the rest came. */
    private Collector.Told root() {
        return below(inTheJourney("alarm")).getFirst();
    }

    private Collector.Told inTheJourney(String name) {
        var accepted = collector.named("accepted").findFirst().orElseThrow();
        return collector
                .named(name)
                .filter(each -> each.trace().equals(accepted.trace()))
                .findFirst()
                .orElseThrow();
    }

    private List<Collector.Told> below(Collector.Told span) {
        return collector.spans().stream()
                .filter(each ->
                        each.trace().equals(span.trace()) && each.parent().equals(span.id()))
                .toList();
    }

    private List<Collector.Told> above(Collector.Told span) {
        return collector.at(span.trace() + "/" + span.parent()).stream().toList();
    }

    private static List<String> names(List<Collector.Told> spans) {
        return spans.stream().map(Collector.Told::name).toList();
    }

    private static Predicate<Collector.Told> named(String name) {
        return each -> each.name().equals(name);
    }

    private static void send(Node node, ObjectNode beacon) {
        var answer = BrowserClient.send(BrowserClient.request(node)
                .header("traceparent", "00-" + SHOPS.replace('/', '-') + "-01")
                .POST(BodyPublishers.ofString(
                        beacon.put("sentAt", System.currentTimeMillis()).toString()))
                .build());
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private Map<String, String> environment(String node) {
        return Map.of(
                "OVERTURE_BOOK",
                BOOK,
                "OVERTURE_TRACE_SHARE",
                "1",
                "QUARKUS_OTEL_SDK_DISABLED",
                "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                collector.url(),
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                "true",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                "100ms",
                "QUARKUS_OTEL_RESOURCE_ATTRIBUTES",
                "node=" + node);
    }

    private static String token() {
        return Jwt.subject(CLIENT)
                .audience("demo")
                .expiresIn(600)
                .claim("tier", "vic")
                .signWithSecret("demo-demo-demo-demo-demo-demo-32");
    }
}
