package io.overture.store;

import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The durable alarms, one sorted set a shard. */
public interface Alarms {

    int SHARDS = 256;

    /**
     * Takes alarms that were due before {@code before}, for so long that no other node takes them meanwhile; they stay
     * until a commit moves or clears them.
     *
     * @param shard 0–255
     * @param lease counted from {@code now}
     */
    Uni<List<VisitorKey>> claim(int shard, Instant before, Instant now, Duration lease, int most);
}
