package io.overture.desk;

import static io.overture.desk.SlotsInRedis.get;
import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.desk.Staffs.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.RedisCluster;
import io.overture.RedisServer;
import io.overture.roster.Desks;
import io.overture.store.Stores;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever happens to slots in whatever order, on two nodes and one Redis or a cluster, repeated because an answer was lost or cut short because a
 * node was: Redis is as the model says, and that keeps within what the advisors have. Nobody answers a call here, so that calls end,
 * too.
 */
class SlotsLawsTest {

    private static final Instant BEGIN = Instant.parse("2027-03-01T10:00:00Z");
    private static final List<String> OFFERS = List.of("o1", "o2", "o3", "o4", "o5", "o6", "o7");
    private static final List<String> TIERS = List.of("unknown", "client", "vic");
    private static final Desks DESKS = new Desks(List.of(
            desk(
                    "paris",
                    Staffs.ALWAYS,
                    List.of("night"),
                    Map.of("vic", new BigDecimal("0.34"), "client", new BigDecimal("0.29")),
                    advisor("ada", 2, "fr", "en"),
                    advisor("bea", 1, "fr")),
            desk("london", Map.of(), advisor("cleo", 1, "en"))));

    /** {@code node} does it {@code times} over: the answers before the last were lost. */
    private record Act(Kind kind, int node, int times, String offer, String tier, String advisor, int seconds) {}

    private enum Kind {
        HOLD,
        KEEP,
        RELEASE,
        CONVERT,
        FINISH,
        SET,
        COME,
        PASS,
        REAP
    }

    private enum Where {
        ONE_REDIS,
        CLUSTER
    }

    private static RedisServer alone;
    private static Stores stores;
    private static Map<Where, SlotsInRedis> everywhere;
    private static SlotsInRedis redis;

    @BeforeContainer
    static void open() {
        alone = RedisServer.start();
        stores = new Stores();
        everywhere = Map.of(
                Where.ONE_REDIS,
                new SlotsInRedis(stores.lanes(alone.url())),
                Where.CLUSTER,
                new SlotsInRedis(stores.lanes(RedisCluster.shared().url())));
    }

    @AfterContainer
    static void close() throws Exception {
        stores.close();
        alone.close();
    }

    @Property(tries = 160)
    void slots_are_what_the_model_says_and_never_more_than_there_are(
            @ForAll Where where, @ForAll("acts") List<Act> acts) {
        redis = everywhere.get(where);
        redis.clear();
        var model = new SlotModel(DESKS, BEGIN);
        Set<String> lost = ConcurrentHashMap.newKeySet();
        var nodes = List.of(node(model, lost), node(model, lost));
        var late = new HashSet<String>();

        for (var act : acts) {
            for (int i = 0; i < act.times(); i++) {
                perform(act, nodes.get(act.node()), model, lost);
            }
            late.removeIf(conversation -> !model.attended.containsKey(conversation));
            noteLateConversion(act, model, late);

            assertThatRedisIsAs(model);
            assertThatNobodyHasMoreThanShePromised(model, late);
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        var often = Arbitraries.frequency(
                Tuple.of(8, Kind.HOLD),
                Tuple.of(2, Kind.KEEP),
                Tuple.of(3, Kind.RELEASE),
                Tuple.of(4, Kind.CONVERT),
                Tuple.of(2, Kind.FINISH),
                Tuple.of(4, Kind.SET),
                Tuple.of(4, Kind.COME),
                Tuple.of(3, Kind.PASS),
                Tuple.of(4, Kind.REAP));
        return Combinators.combine(
                        often,
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(OFFERS),
                        Arbitraries.of(TIERS),
                        Arbitraries.of("ada", "bea", "cleo"),
                        Arbitraries.integers().between(0, 25))
                .as(Act::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(50)
                .map(SlotsLawsTest::afterAllHaveCome);
    }

    private static List<Act> afterAllHaveCome(List<Act> acts) {
        var opening = List.of("ada", "bea", "cleo").stream()
                .flatMap(each ->
                        List.of(Kind.COME, Kind.SET).stream().map(kind -> new Act(kind, 0, 1, "o1", "vic", each, 0)))
                .collect(Collectors.toList());
        opening.addAll(acts);
        return opening;
    }

    private static RedisSlots node(SlotModel model, Set<String> lost) {
        var slots = new RedisSlots(redis.lanes(), () -> DESKS, () -> model.now, DeskConfig.Staffing.LIVE, 4);
        slots.tell(new SlotListener() {
            @Override
            public Uni<Void> lost(VisitorKey visitor, String offer) {
                lost.add(offer);
                return Uni.createFrom().voidItem();
            }

            @Override
            public Uni<Void> yielded(VisitorKey visitor, String offer) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public void free(List<VisitorKey> visitors) {}
        });
        return slots;
    }

    private static void perform(Act act, RedisSlots slots, SlotModel model, Set<String> lost) {
        var offer = act.offer();
        switch (act.kind()) {
            case HOLD -> {
                get(slots.presence().read());
                var wish =
                        wish(offer, act.tier(), act.seconds() % 2 == 0 ? "fr" : "en", "" + (100 + act.seconds() / 5));
                boolean held = get(slots.hold(wish));
                assertThat(held).isEqualTo(model.hold(wish, model.now.plus(RedisSlots.UNSEEN)));
            }
            case KEEP -> {
                var until = model.now.plusSeconds(act.seconds() * 4L);
                get(slots.keep(offer, until));
                model.keep(offer, until);
            }
            case RELEASE -> {
                get(slots.release(offer));
                model.release(offer);
            }
            case CONVERT -> {
                get(slots.convert(offer, offer, act.advisor(), act.tier()));
                model.convert(offer, offer, act.advisor(), act.tier());
            }
            case FINISH -> {
                get(slots.finish(offer));
                model.finish(offer);
            }
            case SET -> {
                var state = act.seconds() < 18
                        ? Standing.State.AVAILABLE
                        : act.seconds() < 22 ? Standing.State.BUSY : Standing.State.AWAY;
                boolean was = model.isThere(act.advisor());
                get(slots.presence().set(act.advisor(), state));
                model.states.put(act.advisor(), state);
                came(act.advisor(), was, model);
            }
            case COME -> {
                boolean was = model.isThere(act.advisor());
                get(slots.presence().here(act.advisor(), "node/socket"));
                model.reach.put(act.advisor(), model.now.plus(Presence.LEASE));
                came(act.advisor(), was, model);
            }
            case PASS -> model.now = model.now.plusSeconds(act.seconds());
            case REAP -> reap(slots, model, lost);
        }
    }

    private static void came(String advisor, boolean was, SlotModel model) {
        if (!was && model.isThere(advisor)) {
            model.passOn(advisor);
        }
    }

    /**
     * In which order holds are moved and those who wait are called is left open. That each hold is moved, where it can be,
     * and that nobody waits behind a lighter one of the same tier or for a slot that is there, is not.
     */
    private static void reap(RedisSlots slots, SlotModel model, Set<String> lost) {
        lost.clear();
        for (int i = 0; i < 3; i++) {
            get(slots.reaper().reap(Duration.ZERO, get(slots.presence().read())));
        }

        var expected = new HashSet<String>();
        model.holds.replaceAll(
                (offer, held) -> isCall(offer) && !held.ends().isAfter(model.now) && model.calledAgain.add(offer)
                        ? new SlotModel.Held(held.advisor(), held.tier(), model.now.plusSeconds(2))
                        : held);
        var gaveUp = new HashSet<String>();
        model.holds.entrySet().removeIf(each -> {
            boolean ended = !each.getValue().ends().isAfter(model.now);
            if (ended && !isCall(each.getKey())) {
                expected.add(each.getKey());
                model.unseen.put(each.getKey(), model.now);
            }
            boolean adrift =
                    isCall(each.getKey()) && model.isGone(each.getValue().advisor());
            if (isCall(each.getKey()) && (ended || adrift)) {
                var waiter = model.called.get(each.getKey());
                if (!ended || waiter.since().plusSeconds(15).isAfter(model.now)) {
                    model.waiting.put(waiter.wish().offer(), waiter);
                    gaveUp.add(waiter.wish().offer());
                }
            }
            return ended || adrift;
        });
        model.waiting.values().removeIf(each -> !each.since().plusSeconds(60).isAfter(model.now));
        var adrift = model.holds.entrySet().stream()
                .filter(each -> model.isGone(each.getValue().advisor()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var found = redis.holders(model.advisors());
        for (var each : adrift.entrySet()) {
            var holder = found.get(each.getKey());
            if (holder == null) {
                model.holds.remove(each.getKey());
                expected.add(each.getKey());
            } else {
                assertThat(model.isThere(holder)).isTrue();
                model.holds.put(
                        each.getKey(),
                        new SlotModel.Held(
                                holder, each.getValue().tier(), each.getValue().ends()));
            }
        }
        noteCalls(model, found, gaveUp);
        for (var offer : adrift.keySet()) {
            if (!found.containsKey(offer)) {
                assertThat(model.choose(model.wishes.get(offer))).isEmpty();
            }
        }
        assertThat(lost).containsAll(expected);
        assertThat(model.holds.values()).allMatch(held -> held.ends().isAfter(model.now));
        for (var advisor : model.advisors()) {
            assertThat(model.ahead(advisor, null)).isEmpty();
        }
    }

    private static boolean isCall(String offer) {
        return offer.startsWith("call:");
    }

    private static void noteCalls(SlotModel model, Map<String, String> found, Set<String> gaveUp) {
        var called = new ArrayList<SlotModel.Waiter>();
        for (var waiter : List.copyOf(model.waiting.values())) {
            var call = SlotModel.callOf(waiter.wish());
            if (found.containsKey(call)) {
                called.add(waiter);
                model.call(found.get(call), waiter);
            }
        }
        for (var each : called) {
            var advisor = found.get(SlotModel.callOf(each.wish()));
            assertThat(model.waiting.values())
                    .noneMatch(waiter -> !gaveUp.contains(waiter.wish().offer())
                            && waiter.wish().tier().equals(each.wish().tier())
                            && waiter.rank() > each.rank()
                            && waiter.seats().stream()
                                    .anyMatch(seat -> seat.advisor().id().equals(advisor)));
        }
    }

    /** Only a conversation that came to her without a slot of hers may be one too many. */
    private static void noteLateConversion(Act act, SlotModel model, Set<String> late) {
        var attended = model.attended.get(act.offer());
        if (act.kind() == Kind.CONVERT
                && attended != null
                && model.taken(attended.advisor()) > model.capacity(attended.advisor())) {
            late.add(act.offer());
        }
    }

    private static void assertThatNobodyHasMoreThanShePromised(SlotModel model, Set<String> late) {
        for (var advisor : model.advisors()) {
            long excused = late.stream()
                    .filter(each -> model.attended.get(each).advisor().equals(advisor))
                    .count();
            assertThat((long) model.taken(advisor)).isLessThanOrEqualTo(model.capacity(advisor) + excused);
        }
    }

    private static void assertThatRedisIsAs(SlotModel model) {
        var staff = get(node(model, new HashSet<>()).presence().read());
        for (var advisor : model.advisors()) {
            var holds = new HashMap<String, Long>();
            model.holds.forEach((offer, held) -> {
                if (held.advisor().equals(advisor)) {
                    holds.put(offer, held.ends().toEpochMilli());
                }
            });
            var load = model.attended.entrySet().stream()
                    .filter(each -> each.getValue().advisor().equals(advisor))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            assertThat(redis.holds(advisor)).isEqualTo(holds);
            assertThat(redis.load(advisor)).isEqualTo(load);
            assertThat(staff.of(advisor).taken()).isEqualTo(holds.size() + load.size());
            assertThat(staff.of(advisor).isThere()).isEqualTo(model.isThere(advisor));
        }
    }
}
