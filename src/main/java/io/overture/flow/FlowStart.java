package io.overture.flow;

import io.overture.offer.Promises;
import io.overture.offer.Slots;
import io.overture.push.Push;
import io.overture.store.Alarms;
import io.overture.store.DeskInbox;
import io.overture.store.Homeward;
import io.overture.store.Visitors;
import io.overture.trace.Traces;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;

/** Puts this node's flow together, and its alarms and sweep to work while the node serves. */
@ApplicationScoped
class FlowStart {

    private static final long NOT_SWEEPING = -1;

    private final Wheel wheel;
    private final VisitorFlow flow;
    private final Sweep sweep;
    private final Recorder recorder;
    private final Vertx vertx;
    private volatile long sweeping = NOT_SWEEPING;

    FlowStart(
            Visitors store,
            Alarms alarms,
            World world,
            Push push,
            DeskInbox desk,
            Homeward homeward,
            Slots slots,
            Promises promises,
            Recorder recorder,
            Traces traces,
            FlowConfig config,
            Vertx vertx) {
        var outbox = new Outbox(desk, homeward);
        InstantSource clock = Clock.tickMillis(ZoneOffset.UTC);
        var attempts = new Attempts(
                slots,
                promises,
                outbox,
                world,
                new Cache(config.cacheBytes()),
                clock,
                () -> ThreadLocalRandom.current().nextLong(),
                config.memoryLifetime());
        this.wheel = new Wheel(clock);
        this.flow = new VisitorFlow(
                store, attempts, push, wheel, new Dues(outbox), slots, recorder, traces, config.mostUnderWay());
        this.sweep = new Sweep(alarms, clock, (key, late) -> {
            recorder.woke(late, true);
            flow.wake(key);
        });
        this.recorder = recorder;
        this.vertx = vertx;
    }

    @Produces
    @ApplicationScoped
    Flow flow() {
        return flow;
    }

    void start(@Observes StartupEvent started) {
        wheel.onAlarm((key, late) -> {
            recorder.woke(late, false);
            flow.wake(key);
        });
        sweeping = vertx.setPeriodic(Sweep.TICK.toMillis(), tick -> sweep.tick());
    }

    /** While this node drains, others find what it would have swept. */
    void drain(@Observes ShutdownDelayInitiatedEvent draining) {
        vertx.cancelTimer(sweeping);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(sweeping);
        wheel.close();
    }
}
