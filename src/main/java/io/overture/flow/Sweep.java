package io.overture.flow;

import io.overture.store.Alarms;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiConsumer;

/**
 * Finds alarms that nobody's wheel fired, because the node is gone. Each turn over all shards takes a second, in eight
 * parts; an alarm is overdue after half a second: so at most two pass.
 */
final class Sweep {

    static final Duration TICK = Duration.ofMillis(125);
    private static final int SHARDS_PER_TICK = Alarms.SHARDS / 8;
    private static final Duration OVERDUE = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final int MOST_PER_SHARD = 64;

    private final Alarms alarms;
    private final InstantSource clock;
    /** Told who is overdue, and how late she is. */
    private final BiConsumer<VisitorKey, Duration> wake;

    private int next;

    Sweep(Alarms alarms, InstantSource clock, BiConsumer<VisitorKey, Duration> wake) {
        this.alarms = alarms;
        this.clock = clock;
        this.wake = wake;
    }

    /** One part of the turn; to be called every {@link #TICK}. A store that is away is asked again next time. */
    synchronized void tick() {
        for (int i = 0; i < SHARDS_PER_TICK; i++) {
            int shard = next;
            next = (next + 1) % Alarms.SHARDS;
            var now = clock.instant();
            alarms.claim(shard, now.minus(OVERDUE), now, LEASE, MOST_PER_SHARD)
                    .subscribe()
                    .with(claimed -> claimed.forEach(each -> wake.accept(each.key(), late(each.at()))), away -> {});
        }
    }

    private Duration late(Instant at) {
        return Duration.between(at, clock.instant());
    }
}
