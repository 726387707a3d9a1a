package io.overture.flow;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** This node's alarms: fires on time for the visitors it stepped last. What it loses with the node, the sweep finds. */
final class Wheel implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(10);

    /** Beyond this, alarms are left to the sweep. */
    private static final int MOST_ALARMS = 2_000_000;

    private record Alarm(Instant at, Timeout timeout) {}

    private final ConcurrentHashMap<VisitorKey, Alarm> alarms = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final HashedWheelTimer timer;
    private volatile BiConsumer<VisitorKey, Duration> listener = (key, late) -> {};

    Wheel(InstantSource clock) {
        this.clock = clock;
        this.timer = new HashedWheelTimer(
                Thread.ofPlatform().daemon().name("overture-wheel").factory(),
                TICK.toMillis(),
                TimeUnit.MILLISECONDS,
                1024);
    }

    /** {@code listener} is told who, and how late; it must not wait. */
    void onAlarm(BiConsumer<VisitorKey, Duration> told) {
        this.listener = told;
    }

    /** Sets, moves or (null) clears a visitor's alarm. */
    void set(VisitorKey key, @Nullable Instant at) {
        var before = alarms.get(key);
        if (before == null ? at == null : before.at().equals(at)) {
            return;
        }
        alarms.compute(key, (any, had) -> {
            if (had != null && had.at().equals(at)) {
                return had;
            }
            if (had != null) {
                had.timeout().cancel();
            }
            return at == null || alarms.mappingCount() >= MOST_ALARMS ? null : start(key, at);
        });
    }

    long pending() {
        return alarms.mappingCount();
    }

    @Override
    public void close() {
        timer.stop();
    }

    private Alarm start(VisitorKey key, Instant at) {
        long delay = Math.max(0, Duration.between(clock.instant(), at).toMillis() + 1);
        return new Alarm(at, timer.newTimeout(timeout -> fire(key, at), delay, TimeUnit.MILLISECONDS));
    }

    private void fire(VisitorKey key, Instant at) {
        alarms.computeIfPresent(key, (any, set) -> set.at().equals(at) ? null : set);
        var late = Duration.between(at, clock.instant());
        listener.accept(key, late.isNegative() ? Duration.ZERO : late);
    }
}
