package io.overture.store;

import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The durable alarms in Redis. A claim whose answer is lost leaves its alarms leased: they come when the lease is over. */
public final class RedisAlarms implements Alarms {

    private static final Script CLAIM = Script.named("claim");

    private final Lanes lanes;

    public RedisAlarms(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public Uni<List<VisitorKey>> claim(int shard, Instant before, Instant now, Duration lease, int most) {
        return lanes.run(
                        CLAIM,
                        List.of(Keys.alarms(Keys.shard(shard))),
                        before.toEpochMilli(),
                        now.plus(lease).toEpochMilli(),
                        most)
                .map(RedisAlarms::visitors);
    }

    private static List<VisitorKey> visitors(@Nullable Response members) {
        return members == null
                ? List.of()
                : StreamSupport.stream(members.spliterator(), false)
                        .map(member -> VisitorKey.ofMember(member.toString()))
                        .toList();
    }
}
