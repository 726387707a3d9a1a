package io.overture.flow;

import io.overture.store.Alarms;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Finds alarms that nobody's wheel fired, because the node is gone. An alarm is overdue after half a second; shards are
 * looked at every three quarters of one, all of them in one go; those with something overdue are then claimed, all within
 * three eighths. So before it fires less than two seconds pass, and where nothing is overdue nothing else is asked.
 */
final class Sweep {

    static final Duration TICK = Duration.ofMillis(125);
    static final int TICKS_PER_LOOK = 6;
    private static final int SHARDS_PER_TICK = Handle.SHARDS / 4;
    private static final Duration OVERDUE = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final int MOST_PER_SHARD = 32;

    private final Alarms alarms;
    private final InstantSource clock;
    /** Told who is overdue, and how late she is. */
    private final BiConsumer<VisitorKey, Duration> wake;

    /** Shards to claim, those found first first. */
    private final Set<Integer> found = new LinkedHashSet<>();

    private int tick;

    Sweep(Alarms alarms, InstantSource clock, BiConsumer<VisitorKey, Duration> wake) {
        this.alarms = alarms;
        this.clock = clock;
        this.wake = wake;
    }

    /** To be called every {@link #TICK}. A store that is away is asked again at the next look. */
    synchronized void tick() {
        if (tick == 0) {
            alarms.overdue(clock.instant().minus(OVERDUE)).subscribe().with(this::claim, away -> {});
        }
        tick = (tick + 1) % TICKS_PER_LOOK;
        claim(List.of());
    }

    private synchronized void claim(List<Integer> more) {
        found.addAll(more);
        var now = clock.instant();
        var next = found.stream().limit(SHARDS_PER_TICK).toList();
        next.forEach(found::remove);
        next.forEach(shard -> alarms.claim(shard, now.minus(OVERDUE), now, LEASE, MOST_PER_SHARD)
                .subscribe()
                .with(claimed -> claimed.forEach(each -> wake.accept(each.key(), late(each.at()))), away -> {}));
    }

    private Duration late(Instant at) {
        return Duration.between(at, clock.instant());
    }
}
