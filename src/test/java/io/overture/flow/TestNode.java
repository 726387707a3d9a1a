package io.overture.flow;

import io.overture.engine.Effect;
import io.overture.engine.Entry;
import io.overture.engine.Step;
import io.overture.offer.NoSlots;
import io.overture.offer.Promises;
import io.overture.offer.Slots;
import io.overture.push.Push;
import io.overture.store.DeskInbox;
import io.overture.store.Visitors;
import io.overture.trace.Traces;
import io.overture.trigger.Facts;
import io.overture.visitor.Due;
import io.overture.visitor.Tab;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** One node of the flow, without the doors: what it would say to browsers and to the desk is kept to look at. */
public final class TestNode implements Recorder, AutoCloseable {

    public final VisitorFlow flow;
    final Wheel wheel;
    final List<Effect> said = new CopyOnWriteArrayList<>();
    final List<Duration> woke = new CopyOnWriteArrayList<>();
    private volatile Consumer<Effect.ForHer> heard = effect -> {};
    final AtomicInteger conflicts = new AtomicInteger();
    final AtomicInteger steps = new AtomicInteger();
    final AtomicInteger roundTrips = new AtomicInteger();

    TestNode(Visitors store, Facts facts, DeskInbox desk, int mostUnderWay) {
        this(store, facts, desk, mostUnderWay, InstantSource.system());
    }

    TestNode(Visitors store, Facts facts, DeskInbox desk, int mostUnderWay, InstantSource clock) {
        this(store, new NoSlots(), facts, desk, mostUnderWay, clock);
    }

    public TestNode(Visitors store, Slots slots, Facts facts, DeskInbox desk, int mostUnderWay, InstantSource clock) {
        this(store, slots, (about, promise, places) -> Uni.createFrom().item(true), facts, desk, mostUnderWay, clock);
    }

    public TestNode(
            Visitors store,
            Slots slots,
            Promises promises,
            Facts facts,
            DeskInbox desk,
            int mostUnderWay,
            InstantSource clock) {
        wheel = new Wheel(clock);
        var attempts = new Attempts(
                slots,
                promises,
                desk,
                any -> facts,
                new Cache(1 << 22),
                clock,
                () -> ThreadLocalRandom.current().nextLong(),
                Duration.ofDays(90));
        flow = new VisitorFlow(
                store,
                attempts,
                new Kept(said, effect -> heard.accept(effect)),
                wheel,
                new Dues(desk),
                slots,
                this,
                Traces.OFF,
                mostUnderWay);
        wheel.onAlarm((key, late) -> {
            woke(late, false);
            flow.wake(key);
        });
    }

    /** What is said to her, kept; what is said to advisors goes another way. */
    private record Kept(List<Effect> said, Consumer<Effect.ForHer> heard) implements Push {

        @Override
        public void send(Effect.ForHer effect) {
            said.add(effect);
            heard.accept(effect);
        }

        @Override
        public void send(List<Tab> to, List<String> frames) {}
    }

    /** Is told at once of what is said to visitors. */
    public void hears(Consumer<Effect.ForHer> browser) {
        heard = browser;
    }

    static DeskInbox noDesk() {
        return desk((about, due) -> Uni.createFrom().voidItem());
    }

    static DeskInbox desk(BiFunction<VisitorKey, Due, Uni<Void>> tell) {
        return new DeskInbox() {
            @Override
            public Uni<Void> tell(VisitorKey about, Due due) {
                return tell.apply(about, due);
            }

            @Override
            public void whisper(VisitorKey about, Effect.ForAdvisor effect) {}
        };
    }

    @Override
    public void stepped(VisitorKey key, Step step, int inputs, int trips, int lost, Duration took) {
        steps.incrementAndGet();
        roundTrips.addAndGet(trips);
        conflicts.addAndGet(lost);
    }

    @Override
    public void happened(VisitorKey key, Entry entry) {}

    @Override
    public void refused(String cause) {}

    @Override
    public void woke(Duration late, boolean swept) {
        woke.add(late);
    }

    @Override
    public void close() {
        wheel.close();
    }
}
