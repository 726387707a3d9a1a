package io.overture;

import static io.overture.Operator.journal;
import static io.overture.Operator.journalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nodes find their Redis by sentinels: its master is killed under traffic, and comes back as a replica. */
class SentinelIT {

    private static final Path BOOK = Path.of("src/test/resources/books/faults.yaml");
    private static final int VISITORS = 16;
    private static final int ENOUGH = 3;
    private static final Duration AGAIN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicBoolean enough = new AtomicBoolean();

    /** {@code taken}: numbers of the batches that were acknowledged, in order. */
    private record Page(BrowserClient browser, BrowserTab tab, Queue<Long> taken) {}

    @Test
    void a_killed_master_is_followed_and_nothing_that_was_replicated_is_lost() throws Exception {
        try (var redis = RedisSentinels.start();
                var first = Node.start(environment(redis));
                var second = Node.start(environment(redis));
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                // Closed first, so that whatever fails ends the traffic, too.
                AutoCloseable traffic = () -> enough.set(true)) {
            var nodes = List.of(first, second);
            var pages = Stream.generate(BrowserClient::new)
                    .limit(VISITORS)
                    .map(browser -> new Page(browser, browser.open(first), new ConcurrentLinkedQueue<>()))
                    .toList();
            var quiet = new BrowserClient();
            var tab = quiet.open(first);
            var senders = pages.stream()
                    .<Future<?>>map(page -> threads.submit(() -> send(page, nodes)))
                    .toList();
            awaitMore(pages);
            quiet.happens(second, Ga4.addToCart("W-1", "watches", 9_000));
            var confirmed = new HashMap<Page, List<Long>>();
            pages.forEach(page -> confirmed.put(page, List.copyOf(page.taken())));
            var master = redis.master();
            redis.awaitReplicas();

            master.kill();
            await().atMost(PATIENCE).until(() -> health(first).contains("degraded"));
            awaitMore(pages);
            // The alarm was set with the master that died.
            var invitation = tab.next("invitation", PATIENCE);
            redis.heal();
            awaitMore(pages);
            await().atMost(PATIENCE)
                    .until(() -> nodes.stream().allMatch(node -> health(node).contains("reachable")));
            enough.set(true);
            for (var each : senders) {
                each.get();
            }

            assertThat(redis.master()).isNotSameAs(master);
            assertThat(invitation.path("trigger").asText()).isEqualTo("quiet");
            assertThat(journalOf(second, quiet, "invitation_offered")).hasSize(1);
            assertThat(pages).allSatisfy(page -> assertThat(page.tab().isOpen()).isTrue());
            var folded = folded(first);
            assertThat(pages)
                    .allSatisfy(page -> assertThat(folded.get(page.browser().source()))
                            .isSorted()
                            .doesNotHaveDuplicates()
                            .containsAll(confirmed.get(page)));
            pages.forEach(page -> page.browser().close());
            quiet.close();
        }
    }

    private void send(Page page, List<Node> nodes) {
        for (int turn = 0; !enough.get(); turn++) {
            var beacon = page.browser().beacon(Ga4.view("W-" + turn % 5, "watches", 3_000));
            await().pollDelay(Duration.ZERO)
                    .pollInterval(AGAIN)
                    .atMost(PATIENCE)
                    .until(() -> isTaken(page, nodes, beacon));
        }
    }

    /** To either node: to which one is the network's business. */
    private static boolean isTaken(Page page, List<Node> nodes, ObjectNode beacon) {
        var answer = page.browser().post(nodes.get((int) (System.nanoTime() / 1000 % nodes.size())), beacon);
        if (answer.statusCode() == 204) {
            page.taken().add(beacon.path("seq").longValue());
        } else {
            assertThat(answer.statusCode()).isIn(429, 503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        return answer.statusCode() == 204;
    }

    /** A few of each page's. */
    private static void awaitMore(List<Page> pages) {
        var before = pages.stream().map(page -> page.taken().size()).toList();
        await().atMost(PATIENCE).until(() -> {
            for (int i = 0; i < pages.size(); i++) {
                if (pages.get(i).taken().size() < before.get(i) + ENOUGH) {
                    return false;
                }
            }
            return true;
        });
    }

    private static Map<String, List<Long>> folded(Node node) {
        var all = new HashMap<String, List<Long>>();
        journal(node).stream()
                .filter(record -> record.path("type").asText().equals("beacon"))
                .forEach(record -> all.computeIfAbsent(record.path("source").asText(), any -> new ArrayList<>())
                        .add(record.path("seq").longValue()));
        return all;
    }

    private static String health(Node node) {
        return BrowserClient.send(HttpRequest.newBuilder(URI.create(node.management() + "/q/health"))
                        .build())
                .body();
    }

    private static Map<String, String> environment(RedisSentinels redis) {
        var all = redis.environment();
        all.put("OVERTURE_BOOK", BOOK.toAbsolutePath().toString());
        return all;
    }
}
