package io.overture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Redis stops under traffic and comes back: refused at once meanwhile, and nothing acknowledged is lost or doubled. */
class RedisFaultsIT {

    private static final Path BOOK = Path.of("src/test/resources/books/faults.yaml");
    private static final String HANDLE = "3f" + "a".repeat(22);
    private static final int VISITORS = 32;
    private static final int ENOUGH_BEFORE = 200;
    private static final int ENOUGH_REFUSALS = 150;

    /** Longer than a node's lease. */
    private static final Duration OUTAGE = Duration.ofSeconds(7);

    private static final int ENOUGH_AFTER = 200;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();

    private record Refusal(int status, boolean saysWhen, Duration took) {}

    enum Ending {
        KILLED(RedisServer::kill),
        STOPPED(RedisServer::stop);

        private final Consumer<RedisServer> how;

        Ending(Consumer<RedisServer> how) {
            this.how = how;
        }
    }

    /** One visitor's page: the batches that were acknowledged. */
    private record Page(BrowserClient browser, BrowserTab tab, List<ObjectNode> taken) {}

    private record Traffic(AtomicBoolean enough, List<Future<?>> senders) implements AutoCloseable {

        Traffic(AtomicBoolean enough) {
            this(enough, new ArrayList<>());
        }

        @Override
        public void close() {
            enough.set(true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void gone_and_back_under_traffic(Ending ending) throws Exception {
        var environment = Map.of("OVERTURE_BOOK", BOOK.toAbsolutePath().toString());
        try (var redis = RedisServer.durable();
                var first = Node.start(redis, environment);
                var second = Node.start(redis, environment);
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                // Closed first, so that whatever fails ends the traffic, too.
                var traffic = new Traffic(enough)) {
            var nodes = List.of(first, second);
            var pages = Stream.generate(BrowserClient::new)
                    .limit(VISITORS)
                    .map(browser -> new Page(browser, browser.open(first), new ArrayList<>()))
                    .toList();
            var bystander = new BrowserClient();
            var tab = bystander.open(first);
            pages.forEach(page -> traffic.senders().add(threads.submit(() -> send(page, nodes))));
            awaitAcknowledged(ENOUGH_BEFORE);

            ending.how.accept(redis);
            long gone = System.nanoTime();
            tab.send(bystander.frame(Ga4.named("page_view")));
            var error = tab.next("error");
            await().atMost(RECOVERY)
                    .until(() -> refusals.size() >= ENOUGH_REFUSALS && System.nanoTime() - gone > OUTAGE.toNanos());
            var readyMeanwhile = nodes.stream().allMatch(Node::ready);
            var doorsMeanwhile = doorsForPeople(first);
            var healthMeanwhile = nodes.stream().map(RedisFaultsIT::health).toList();
            redis.restart();
            await().atMost(RECOVERY)
                    .until(() -> bystander
                                    .post(second, bystander.beacon(2, Ga4.view("P-1", "precious", 9_000)))
                                    .statusCode()
                            == 204);
            var across = tab.next("invitation");
            awaitAcknowledged(acknowledged.get() + ENOUGH_AFTER);
            enough.set(true);
            for (var each : traffic.senders()) {
                each.get();
            }

            assertThat(across.path("trigger").asText()).isEqualTo("precious");
            assertThat(error.path("code").asText()).isEqualTo("unavailable");
            assertThat(error.path("seq").longValue()).isEqualTo(1);
            assertThat(error.path("retryAfter").longValue()).isPositive();
            assertThat(readyMeanwhile).isTrue();
            assertThat(doorsMeanwhile).isEmpty();
            assertThat(healthMeanwhile).allSatisfy(health -> assertThat(health).contains("degraded"));
            assertThat(refusals).allSatisfy(refusal -> {
                assertThat(refusal.status()).isEqualTo(503);
                assertThat(refusal.saysWhen()).isTrue();
            });
            assertThat(refusals.stream().map(Refusal::took).filter(took -> took.compareTo(AT_ONCE) > 0))
                    .hasSizeLessThan(refusals.size() / 20);
            assertThat(pages).allSatisfy(page -> assertThat(page.tab().isOpen()).isTrue());
            assertThatEachIsFoldedOnce(pages, first);
            pages.forEach(page -> page.browser().close());
            bystander.close();
        }
    }

    /** Those that answer otherwise than they should while the store is away: a problem, and when to ask again. */
    private static List<String> doorsForPeople(Node node) {
        var event = "{\"events\": [{\"id\": \"e1\", \"type\": \"contact_answered\", \"at\": %d, \"client\": \"c1\"}]}"
                .formatted(System.currentTimeMillis());
        return Stream.of(
                        List.of("GET", "/v1/visitors/" + HANDLE, ""),
                        List.of("DELETE", "/v1/visitors/" + HANDLE, ""),
                        List.of("GET", "/v1/visitors/" + HANDLE + "/explain", ""),
                        List.of("GET", "/v1/clients/c1", ""),
                        List.of("PUT", "/v1/clients/c1", "{}"),
                        List.of("DELETE", "/v1/clients/c1", ""),
                        List.of("GET", "/v1/sites/demo/traffic", ""),
                        List.of("GET", "/v1/dossier/openings", ""),
                        List.of("POST", "/v1/events", event),
                        List.of("PUT", "/v1/desks", "{\"desks\": []}"))
                .map(door -> door + ": " + problem(Operator.ask(node, door.get(0), door.get(1), door.get(2))))
                .filter(door -> !door.endsWith(": 503 application/problem+json, says when"))
                .toList();
    }

    private static String problem(HttpResponse<String> answer) {
        var headers = answer.headers();
        return answer.statusCode()
                + " "
                + headers.firstValue("Content-Type").orElse("").replaceFirst(";.*", "")
                + (headers.firstValue("Retry-After").isPresent() ? ", says when" : "");
    }

    private void send(Page page, List<Node> nodes) {
        for (int turn = 0; !enough.get(); turn++) {
            var beacon = page.browser().beacon(Ga4.view("W-" + turn % 5, "watches", 3_000));
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(RECOVERY.multipliedBy(2))
                    .until(() -> isTaken(page, nodes, beacon));
            page.taken().add(beacon);
            acknowledged.incrementAndGet();
        }
    }

    /** To either node: to which one is the network's business. */
    private boolean isTaken(Page page, List<Node> nodes, ObjectNode beacon) {
        long began = System.nanoTime();
        var answer = page.browser().post(nodes.get((int) (began / 1000 % nodes.size())), beacon);
        if (answer.statusCode() != 204 && answer.statusCode() != 429) {
            refusals.add(new Refusal(
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").isPresent(),
                    Duration.ofNanos(System.nanoTime() - began)));
        }
        return answer.statusCode() == 204;
    }

    /** Sent again, all of it is acknowledged and nothing changes. */
    private static void assertThatEachIsFoldedOnce(List<Page> pages, Node node) {
        for (var page : pages) {
            page.taken()
                    .subList(Math.max(0, page.taken().size() - 10), page.taken().size())
                    .forEach(beacon -> assertThat(page.browser().post(node, beacon))
                            .extracting(HttpResponse::statusCode)
                            .isIn(204, 429));
        }
        var folded = new HashMap<String, List<Long>>();
        Operator.journal(node).stream()
                .filter(record -> record.path("type").asText().equals("beacon"))
                .forEach(record -> folded.computeIfAbsent(record.path("source").asText(), any -> new ArrayList<>())
                        .add(record.path("seq").longValue()));
        for (var page : pages) {
            var acked = page.taken().stream()
                    .map(beacon -> beacon.path("seq").longValue())
                    .toList();
            assertThat(folded.get(page.browser().source())).containsExactlyElementsOf(acked);
        }
    }

    private void awaitAcknowledged(int count) {
        await().atMost(RECOVERY).until(() -> acknowledged.get() >= count);
    }

    private static String health(Node node) {
        return BrowserClient.send(HttpRequest.newBuilder(URI.create(node.management() + "/q/health"))
                        .build())
                .body();
    }
}
