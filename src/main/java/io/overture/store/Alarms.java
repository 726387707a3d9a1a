package io.overture.store;

import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The durable alarms, one sorted set a shard. */
public interface Alarms {

    /** An alarm taken, and when it was set for, or when the lease of who took it before ended. */
    record Overdue(VisitorKey key, Instant at) {}

    /**
     * Shards with an alarm that was due before {@code before}, and those of which nobody could say; those of each master of
     * Redis as soon as it has answered. One command to each, however many shards there are; takes nothing.
     */
    Multi<List<Integer>> overdue(Instant before);

    /**
     * Takes alarms that were due before {@code before}, for so long that no other node takes them meanwhile; they stay
     * until a commit moves or clears them.
     *
     * @param shard 0–255
     * @param lease counted from {@code now}
     */
    Uni<List<Overdue>> claim(int shard, Instant before, Instant now, Duration lease, int most);
}
