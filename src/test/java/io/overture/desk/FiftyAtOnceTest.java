package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.engine.Happenings.piece;
import static io.overture.engine.Happenings.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.engine.Effect;
import io.overture.engine.Input;
import io.overture.engine.TestBook;
import io.overture.flow.TestNode;
import io.overture.roster.Desks;
import io.overture.store.DeskInbox;
import io.overture.store.EmptyRedis;
import io.overture.store.Stores;
import io.overture.trigger.Facts;
import io.overture.trigger.Slot;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Due;
import io.overture.visitor.Tab;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fifty visitors whose moment begins at once at two nodes, one advisor with three slots: whole steps on real time. */
class FiftyAtOnceTest {

    private static final Desks DESKS = new Desks(List.of(desk("paris", Map.of(), advisor("ada", 3, "en"))));
    private static final Beacon.Standing CONSENT = new Beacon.Standing(new Consent(true, true), null, null);
    private static final int VISITORS = 50;
    private static final int SLOTS = 3;
    private static final Duration THINKS = Duration.ofMillis(250);

    /** Far above what a busy machine needs for a step, far below what is open before an offer lapses by itself. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final Map<VisitorKey, Instant> asked = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final List<TestNode> nodes = new ArrayList<>();
    private final ScheduledExecutorService visitors = Executors.newScheduledThreadPool(8);
    private Stores stores;

    @BeforeEach
    void open() {
        stores = new Stores();
        for (int i = 0; i < 2; i++) {
            nodes.add(node());
        }
    }

    @AfterEach
    void close() throws Exception {
        visitors.shutdownNow();
        nodes.forEach(TestNode::close);
        stores.close();
    }

    @Test
    void who_declines_leaves_the_slot_to_the_next_at_once_and_all_are_asked() {
        var keys = IntStream.range(0, VISITORS)
                .mapToObj(i -> VisitorKey.of("demo", "visitor-number-%08d".formatted(i)))
                .toList();
        keys.forEach(key -> again(nodeOf(key).flow.submit(key, new Input.Greeted(page(key), "s", CONSENT))));

        keys.forEach(key -> visitors.execute(() -> arrives(key, 1_000 + 100 * keys.indexOf(key))));
        await().atMost(PATIENCE).until(() -> asked.size() == VISITORS);

        var inOrder = asked.values().stream().sorted().toList();
        var longest = IntStream.range(1, VISITORS)
                .mapToObj(i -> Duration.between(inOrder.get(i - 1), inOrder.get(i)))
                .max(Duration::compareTo)
                .orElseThrow();
        assertThat(longest).isLessThan(AT_ONCE);
        assertThat(mostOpen.get()).isLessThanOrEqualTo(SLOTS);
    }

    private void arrives(VisitorKey key, int price) {
        var look = view(Instant.now(), piece("W-100", "watches", price));
        again(nodeOf(key).flow.submit(key, new Input.Arrived(new Beacon("p", 1, "s", CONSENT, List.of(look)))));
    }

    /** A busy machine may refuse what is asked the first time; all of it may be asked again. */
    private static <T extends @Nullable Object> T again(Uni<T> uni) {
        return Stores.get(uni.onFailure().retry().atMost(5));
    }

    private static Tab page(VisitorKey key) {
        return new Tab("node-1", key.member());
    }

    private TestNode nodeOf(VisitorKey key) {
        return nodes.get(Math.floorMod(key.hashCode(), nodes.size()));
    }

    /** Shows the card, and declines a moment later. */
    private void sees(TestNode node, VisitorKey key, Effect.Deliver card) {
        if (asked.putIfAbsent(key, Instant.now()) == null) {
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            answers(node, key, card, Input.Response.SHOWN);
            visitors.schedule(
                    () -> {
                        open.decrementAndGet();
                        answers(node, key, card, Input.Response.DECLINED);
                    },
                    THINKS.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private static void answers(TestNode node, VisitorKey key, Effect.Deliver card, Input.Response response) {
        var answer = new Input.Answered(page(key), card.invitation().id(), response, null);
        node.flow.submit(key, answer).subscribe().with(taken -> {}, away -> {});
    }

    private TestNode node() {
        var clock = Clock.tickMillis(ZoneOffset.UTC);
        var lanes = REDIS.lanes();
        var slots = new RedisSlots(lanes, () -> DESKS, clock, DeskConfig.Staffing.LIVE, 4);
        var plain = TestBook.book().offers("t", TestBook.views(1)).staffed(new Slot.Needed(null), 0);
        var facts = new Facts(
                plain.book(),
                plain.prices(),
                plain.liveNodes(),
                plain.draw(),
                () -> UUID.randomUUID().toString(),
                plain.slot(),
                plain.service());
        var node = new TestNode(stores.visitors(lanes), slots, facts, new Told(slots), 10_000, clock);
        node.hears(effect -> {
            if (effect instanceof Effect.Deliver card) {
                sees(node, VisitorKey.ofMember(card.to().getFirst().socket()), card);
            }
        });
        slots.tell(new SlotNews(node.flow, slots::looked));
        again(slots.presence().here("ada", "node-1/ada"));
        again(slots.presence().set("ada", Standing.State.AVAILABLE));
        again(slots.presence().read());
        return node;
    }

    private record Told(RedisSlots slots) implements DeskInbox {

        @Override
        public Uni<Void> tell(VisitorKey about, Due due) {
            return switch (due) {
                case Due.Kept kept -> slots.keep(kept.offer(), kept.until());
                case Due.Freed freed -> slots.release(freed.offer());
                default -> Uni.createFrom().voidItem();
            };
        }

        @Override
        public void whisper(VisitorKey about, Effect.ForAdvisor effect) {}
    }
}
