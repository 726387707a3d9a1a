package io.overture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each master of a cluster is killed in turn, under traffic: its visitors are refused until their replica has taken over and
 * hardly longer, the others notice nothing, and nothing that survived is lost, doubled or offered twice.
 */
class MasterKilledIT {

    private static final Path BOOK = Path.of("src/test/resources/books/faults.yaml");
    private static final int VISITORS = 32;
    private static final Duration NODE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Between two tries of a refused beacon: as exact as what is measured. */
    private static final Duration AGAIN = Duration.ofMillis(50);

    /** Two seconds are promised; a machine that runs all of this at once is given more. */
    private static final Duration AFTER_THE_CLUSTER = Duration.ofSeconds(10);

    /** Replication lags by less: what was acknowledged before that has come to the replica. */
    private static final Duration LAG = Duration.ofSeconds(2);

    /** A beacon that was taken, and when, by {@link System#nanoTime}. */
    private record Taken(long seq, long asked, long answered) {}

    private record Page(BrowserClient browser, BrowserTab tab, Queue<Taken> taken, Queue<Long> refused) {

        String shard() {
            return "{" + browser.handle().substring(0, 2) + "}";
        }

        boolean isTakenSince(long instant) {
            return taken.stream().anyMatch(each -> each.asked() > instant);
        }
    }

    /** A kill, and how long it took until a plain client could write again. */
    private record Kill(RedisServer master, List<Page> pages, long at, Duration clusters) {}

    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicBoolean precious = new AtomicBoolean();

    @Test
    void the_other_masters_go_on_and_the_killed_ones_visitors_are_back_with_their_replica() throws Exception {
        try (var cluster = RedisCluster.start(NODE_TIMEOUT);
                var first = Node.start(environment(cluster));
                var second = Node.start(environment(cluster));
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                // Closed first, so that whatever fails ends the traffic, too.
                AutoCloseable traffic = () -> enough.set(true)) {
            var pages = Stream.generate(BrowserClient::new)
                    .limit(VISITORS)
                    .map(browser -> new Page(
                            browser, browser.open(first), new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>()))
                    .toList();
            var senders = pages.stream()
                    .<Future<?>>map(page -> threads.submit(() -> send(page, List.of(first, second))))
                    .toList();
            var byMaster = new HashMap<RedisServer, List<Page>>();
            pages.forEach(page -> byMaster.computeIfAbsent(cluster.masterOf(page.shard()), any -> new ArrayList<>())
                    .add(page));

            var kills = new ArrayList<Kill>();
            for (var each : byMaster.entrySet()) {
                awaitAllTakenSince(System.nanoTime(), pages);
                kills.add(kill(cluster, each.getKey(), each.getValue()));
                awaitAllTakenSince(System.nanoTime(), pages);
                cluster.heal();
            }
            enough.set(true);
            for (var each : senders) {
                each.get();
            }

            System.out.println(figures(kills));
            assertThat(kills)
                    .allSatisfy(kill -> assertThat(recoveries(kill))
                            .allSatisfy(took ->
                                    assertThat(took).isLessThan(kill.clusters().plus(AFTER_THE_CLUSTER))));
            assertThat(kills)
                    .allSatisfy(kill -> assertThat(pages)
                            .filteredOn(page -> !kill.pages().contains(page))
                            .allSatisfy(page -> assertThat(page.refused())
                                    .noneMatch(at -> isWithin(kill.clusters(), kill.at(), at))));
            assertThat(pages).allSatisfy(page -> assertThat(page.tab().isOpen()).isTrue());
            assertThatWhatSurvivedIsWhole(pages, kills, first);
            pages.forEach(page -> page.browser().close());
        }
    }

    /** The precious piece is looked at from now on: invitations are made and shown while the master is away. */
    private Kill kill(RedisCluster cluster, RedisServer master, List<Page> pages) throws Exception {
        var replica = cluster.replicaOf(master);
        var key = pages.getFirst().shard();
        precious.set(true);
        long at = System.nanoTime();
        master.kill();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> writes(replica, key));
        return new Kill(master, pages, at, since(at));
    }

    private static boolean writes(RedisServer replica, String key) throws IOException {
        try {
            Resp.once(replica.port(), "SET", key, "", "PX", "60000");
            return true;
        } catch (Resp.Refused notYet) {
            return false;
        }
    }

    private void send(Page page, List<Node> nodes) {
        for (int turn = 0; !enough.get(); turn++) {
            var item = precious.get() && turn % 7 == 0
                    ? Ga4.view("P-1", "precious", 9_000)
                    : Ga4.view("W-" + turn % 5, "watches", 3_000);
            var beacon = page.browser().beacon(item);
            await().pollDelay(Duration.ZERO)
                    .pollInterval(AGAIN)
                    .atMost(PATIENCE)
                    .until(() -> isTaken(page, nodes, beacon));
        }
    }

    /** To either node: to which one is the network's business. */
    private static boolean isTaken(Page page, List<Node> nodes, ObjectNode beacon) {
        long asked = System.nanoTime();
        var answer = page.browser().post(nodes.get((int) (asked / 1000 % nodes.size())), beacon);
        int status = answer.statusCode();
        if (status == 204) {
            page.taken().add(new Taken(beacon.path("seq").longValue(), asked, System.nanoTime()));
        } else if (status != 429) {
            assertThat(status).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            page.refused().add(asked);
        }
        return status == 204;
    }

    /** One of each page's, at least, asked for after that. */
    private static void awaitAllTakenSince(long instant, List<Page> pages) {
        await().atMost(PATIENCE).until(() -> pages.stream().allMatch(page -> page.isTakenSince(instant)));
    }

    /** What the journal holds was taken in order, once; what it lacks is what the dead master had kept to itself. */
    private static void assertThatWhatSurvivedIsWhole(List<Page> pages, List<Kill> kills, Node node) {
        var folded = new HashMap<String, List<Long>>();
        var offered = new ConcurrentHashMap<String, Integer>();
        var names = new HashMap<String, String>();
        for (var record : Operator.journal(node)) {
            var visitor = record.path("visitor").asText();
            switch (record.path("type").asText()) {
                case "beacon" -> {
                    names.put(record.path("source").asText(), visitor);
                    folded.computeIfAbsent(record.path("source").asText(), any -> new ArrayList<>())
                            .add(record.path("seq").longValue());
                }
                case "invitation_offered" -> offered.merge(visitor, 1, Integer::sum);
                default -> {}
            }
        }
        for (var page : pages) {
            var held = folded.get(page.browser().source());
            assertThat(held).isSorted().doesNotHaveDuplicates();
            assertThat(page.taken())
                    .filteredOn(taken -> !held.contains(taken.seq()))
                    .allMatch(taken -> kills.stream()
                            .filter(kill -> kill.pages().contains(page))
                            .anyMatch(kill -> isWithin(LAG, taken.answered(), kill.at() + LAG.toNanos() / 2)));
            assertThat(offered.getOrDefault(names.get(page.browser().source()), 0))
                    .isLessThanOrEqualTo(1);
        }
    }

    private static boolean isWithin(Duration length, long from, long instant) {
        return instant >= from && instant - from < length.toNanos();
    }

    /** From the kill until each of its visitors was taken again. */
    private static List<Duration> recoveries(Kill kill) {
        return kill.pages().stream()
                .map(page -> page.taken().stream()
                        .filter(taken -> taken.asked() > kill.at())
                        .mapToLong(Taken::answered)
                        .min()
                        .orElseThrow())
                .map(answered -> Duration.ofNanos(answered - kill.at()))
                .sorted()
                .toList();
    }

    private static String figures(List<Kill> kills) {
        var later = new TreeMap<Duration, Duration>();
        var text = new StringBuilder("failover, milliseconds from the kill:");
        for (var kill : kills) {
            var took = recoveries(kill);
            took.forEach(each -> later.put(each, each.minus(kill.clusters())));
            text.append("%n  cluster %d; %d visitors p50 %d p99 %d max %d"
                    .formatted(
                            kill.clusters().toMillis(),
                            took.size(),
                            took.get(took.size() / 2).toMillis(),
                            took.get((took.size() * 99) / 100).toMillis(),
                            took.getLast().toMillis()));
        }
        var after = later.values().stream().sorted().toList();
        return text.append("%n  after the cluster: p50 %d p99 %d max %d"
                        .formatted(
                                after.get(after.size() / 2).toMillis(),
                                after.get((after.size() * 99) / 100).toMillis(),
                                after.getLast().toMillis()))
                .toString();
    }

    private static Duration since(long instant) {
        return Duration.ofNanos(System.nanoTime() - instant);
    }

    private static Map<String, String> environment(RedisCluster cluster) {
        var all = new HashMap<>(cluster.environment());
        all.put("OVERTURE_BOOK", BOOK.toAbsolutePath().toString());
        return all;
    }
}
