package io.overture.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.RedisCluster;
import io.overture.RedisServer;
import io.overture.engine.Effect;
import io.overture.engine.Happenings;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.engine.TestBook;
import io.overture.journal.Journal;
import io.overture.store.Stores;
import io.overture.store.Visitors;
import io.overture.trigger.Views;
import io.overture.trigger.Window;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Tab;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Several nodes on one store, driven at random by impatient browsers, with requests and replies lost on the way: what was
 * acknowledged is folded exactly once, and nobody is invited twice.
 */
class ManyNodesTest {

    private static final Beacon.Standing CONSENT = new Beacon.Standing(new Consent(true, true), null, null);
    private static final int VISITORS = 12;
    private static final int BATCHES = 40;

    @ParameterizedTest
    @CsvSource({"2, 0.0, 1", "2, 0.1, 2", "3, 0.1, 3", "3, 0.25, 4"})
    void in_memory(int count, double lost, long seed) throws Exception {
        var store = new MemoryStore();

        drive(Collections.nCopies(count, store), lost, seed);

        assertThatNothingWasLostOrDoubled(History.of(store.journal()));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.0, 11", "2, 0.1, 12", "3, 0.1, 13", "3, 0.25, 14"})
    void on_one_redis(int count, double lost, long seed) throws Exception {
        try (var redis = RedisServer.start()) {
            driveOn(redis.url(), count, lost, seed);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 0.0, 21", "3, 0.25, 22"})
    void on_a_cluster(int count, double lost, long seed) throws Exception {
        driveOn(RedisCluster.shared().url(), count, lost, seed);
    }

    private void driveOn(String url, int count, double lost, long seed) throws Exception {
        try (var stores = new Stores()) {
            Stores.askEach(stores.lanes(url), Command.FLUSHALL);
            var each = IntStream.range(0, count)
                    .mapToObj(node -> stores.visitors(stores.lanes(url), VISITORS * BATCHES * 4))
                    .toList();

            drive(each, lost, seed);

            assertThatNothingWasLostOrDoubled(History.of(new Journal(stores.lanes(url))));
        }
    }

    private final Map<VisitorKey, Set<Long>> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> invited = ConcurrentHashMap.newKeySet();

    /** What the reactive library sets up on first use it cannot set up for several threads at once. */
    @BeforeAll
    static void one_thread_first() {
        Uni.createFrom().emitter(answer -> answer.complete(null)).await().indefinitely();
    }

    private void drive(List<? extends Visitors> stores, double lost, long seed) throws Exception {
        var facts = TestBook.book().offers("view", anyView()).facts();
        var random = new Random(seed);
        var nodes = stores.stream()
                .map(store -> new TestNode(
                        new FaultyVisitors(store, new Random(random.nextLong()), lost),
                        facts,
                        TestNode.noDesk(),
                        10_000))
                .toList();
        try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            var visits = new ArrayList<Future<?>>();
            for (int i = 0; i < VISITORS; i++) {
                var key = VisitorKey.of("demo", "visitor-number-%08d-%08d".formatted(seed, i));
                long hers = random.nextLong();
                visits.add(browsers.submit(() -> visit(key, nodes, new Random(hers))));
            }
            for (var visit : visits) {
                visit.get();
            }
        } finally {
            nodes.forEach(TestNode::close);
        }
        nodes.forEach(node -> node.said.stream()
                .filter(Effect.Deliver.class::isInstance)
                .forEach(
                        said -> invited.add(((Effect.Deliver) said).invitation().id())));
    }

    /** One browser: sends every batch until it is acknowledged, to any node, now and then twice. */
    private void visit(VisitorKey key, List<TestNode> nodes, Random random) {
        var acked = acknowledged.computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet());
        until(nodes, random, key, new Input.Greeted(new Tab("node-1", key.member()), "s", CONSENT));
        for (long seq = 1; seq <= BATCHES; seq++) {
            var item = Happenings.piece("I-" + random.nextInt(4), "watches", 5_000);
            var beacon = new Beacon("page", seq, "s", CONSENT, List.of(Happenings.view(Instant.now(), item)));
            if (random.nextInt(4) == 0) {
                any(nodes, random)
                        .flow
                        .submit(key, new Input.Arrived(beacon))
                        .subscribe()
                        .with(x -> {}, x -> {});
            }
            until(nodes, random, key, new Input.Arrived(beacon));
            acked.add(seq);
        }
    }

    private static void until(List<TestNode> nodes, Random random, VisitorKey key, Input input) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(30))
                .until(() -> any(nodes, random)
                        .flow
                        .submit(key, input)
                        .map(receipt -> receipt == Receipt.TAKEN || receipt == Receipt.REPEATED)
                        .onFailure(Unavailable.class)
                        .recoverWithItem(false)
                        .await()
                        .atMost(Duration.ofSeconds(10)));
    }

    private static TestNode any(List<TestNode> nodes, Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private void assertThatNothingWasLostOrDoubled(History history) {
        assertThat(history.folded()).hasSize(VISITORS);
        assertThat(history.folded().values()).allSatisfy(seqs -> {
            assertThat(seqs).doesNotHaveDuplicates();
            assertThat(seqs).hasSize(BATCHES);
        });
        assertThat(acknowledged.values()).allSatisfy(seqs -> assertThat(seqs).hasSize(BATCHES));
        assertThat(history.offered()).hasSize(VISITORS);
        assertThat(history.offered().values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(history.offered().values().stream().flatMap(List::stream)).containsAll(invited);
    }

    private static Views anyView() {
        return new Views(new Window(1, Duration.ofMinutes(5)), Views.Distinct.NONE, List.of(), null);
    }
}
