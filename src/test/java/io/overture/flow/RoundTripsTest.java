package io.overture.flow;

import static io.overture.engine.Happenings.piece;
import static io.overture.engine.Happenings.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.RedisServer;
import io.overture.engine.Input;
import io.overture.engine.TestBook;
import io.overture.redis.Lanes;
import io.overture.store.Alarms;
import io.overture.store.RedisAlarms;
import io.overture.store.Stores;
import io.overture.trigger.Idle;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a step costs, as Redis itself counts it. */
class RoundTripsTest {

    private static final Beacon.Standing CONSENT = new Beacon.Standing(new Consent(true, true), null, null);
    private static final int AT_A_TIME = 50;
    private static final Pattern STATISTIC = Pattern.compile("cmdstat_(\\w+):calls=(\\d+)");

    private static RedisServer redis;
    private static Stores stores;

    private Lanes lanes;
    private Lanes bystander;
    private TestNode node;
    private int visitors;

    @BeforeAll
    static void open() {
        redis = RedisServer.start();
        stores = new Stores();
    }

    @AfterAll
    static void close() throws Exception {
        stores.close();
        redis.close();
    }

    /** A node at work: its connections are open and Redis has seen its scripts. */
    @BeforeEach
    void begin() {
        lanes = stores.lanes(redis.url());
        bystander = stores.lanes(redis.url());
        node = node();
        for (int lane = 0; lane < 4; lane++) {
            arrives(stranger(), 1);
        }
        calls();
    }

    @AfterEach
    void end() {
        node.close();
    }

    @Test
    void a_stranger_costs_two() {
        var key = stranger();

        var calls = callsOf(() -> arrives(key, 1));

        assertThat(calls).isEqualTo(Map.of("get", 1L, "evalsha", 1L));
    }

    @Test
    void the_usual_step_costs_one_however_much_comes_of_it() {
        var key = stranger();
        arrives(key, 1);

        var calls = callsOf(() -> arrives(key, 2));

        assertThat(calls).isEqualTo(Map.of("evalsha", 1L));
    }

    @Test
    void a_repeated_batch_costs_nothing() {
        var key = stranger();
        arrives(key, 1);

        var calls = callsOf(() -> arrives(key, 1));

        assertThat(calls).isEmpty();
    }

    @Test
    void whom_another_node_stepped_meanwhile_costs_one_more() {
        var key = stranger();
        arrives(key, 1);
        try (var other = node()) {
            submit(other, key, 2);

            var calls = callsOf(() -> arrives(key, 3));

            // The script itself reads the newer value, so that it comes with the refusal.
            assertThat(calls).isEqualTo(Map.of("evalsha", 2L, "get", 1L));
        }
    }

    /** Whatever came before: the cache is for who is there, not for who was there often. */
    @Test
    void newcomers_are_at_hand_after_another_crowd_has_filled_the_cache() {
        var gone = Stream.generate(this::stranger).limit(2_000).toList();
        IntStream.rangeClosed(1, 5).forEach(seq -> allArrive(gone, seq));
        var newcomers = Stream.generate(this::stranger).limit(150).toList();
        allArrive(newcomers, 1);

        var calls = callsOf(() -> allArrive(newcomers, 2));

        assertThat(calls).containsEntry("evalsha", 150L);
        assertThat(calls.getOrDefault("get", 0L)).isLessThanOrEqualTo(3);
    }

    /** However many shards there are, and though visitors have alarms set in them. */
    @Test
    void a_turn_of_the_sweep_costs_one() {
        var sweep = new Sweep(awaited(new RedisAlarms(lanes)), InstantSource.system(), (key, late) -> {});
        turn(sweep);

        var calls = callsOf(() -> turn(sweep));

        assertThat(calls).isEqualTo(Map.of("evalsha", 1L));
    }

    private static void turn(Sweep sweep) {
        for (int tick = 0; tick < Sweep.TICKS_PER_LOOK; tick++) {
            sweep.tick();
        }
    }

    /** Has its answer when it returns. */
    private static Alarms awaited(Alarms alarms) {
        return new Alarms() {
            @Override
            public Multi<List<Integer>> overdue(Instant before) {
                return Multi.createFrom()
                        .iterable(Stores.get(alarms.overdue(before).collect().asList()));
            }

            @Override
            public Uni<List<Overdue>> claim(int shard, Instant before, Instant now, Duration lease, int most) {
                return Uni.createFrom().item(Stores.get(alarms.claim(shard, before, now, lease, most)));
            }
        };
    }

    private TestNode node() {
        var facts =
                TestBook.book().offers("idle", new Idle(Duration.ofMinutes(2))).facts();
        return new TestNode(stores.visitors(lanes), facts, TestNode.noDesk(), 100);
    }

    private VisitorKey stranger() {
        return VisitorKey.of("demo", "%s-visitor-number-%08d".formatted(System.nanoTime(), visitors++));
    }

    private void arrives(VisitorKey key, long seq) {
        submit(node, key, seq);
    }

    /** Some at a time, in this order. */
    private void allArrive(List<VisitorKey> keys, long seq) {
        for (int from = 0; from < keys.size(); from += AT_A_TIME) {
            var some = keys.subList(from, Math.min(keys.size(), from + AT_A_TIME));
            Stores.get(Uni.join()
                    .all(some.stream()
                            .map(key -> node.flow.submit(key, beacon(seq)))
                            .toList())
                    .andFailFast());
        }
    }

    private static void submit(TestNode at, VisitorKey key, long seq) {
        Stores.get(at.flow.submit(key, beacon(seq)));
    }

    private static Input beacon(long seq) {
        var event = view(Instant.now(), piece("W-100", "watches", 12_500));
        return new Input.Arrived(new Beacon("page", seq, "s", CONSENT, List.of(event)));
    }

    private Map<String, Long> callsOf(Runnable action) {
        calls();
        action.run();
        return calls();
    }

    /** Calls since it was last asked. */
    private Map<String, Long> calls() {
        var statistics = String.valueOf(Stores.ask(bystander, Command.INFO, "commandstats"));
        Stores.ask(bystander, Command.CONFIG, "RESETSTAT");
        var calls = new TreeMap<String, Long>();
        STATISTIC.matcher(statistics).results().forEach(each -> calls.put(each.group(1), Long.valueOf(each.group(2))));
        calls.keySet().retainAll(List.of("get", "eval", "evalsha"));
        return calls;
    }
}
