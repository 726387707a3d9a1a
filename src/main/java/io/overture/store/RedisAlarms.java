package io.overture.store;

import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The durable alarms in Redis. A claim whose answer is lost leaves its alarms leased: they come when the lease is over. */
public final class RedisAlarms implements Alarms {

    private static final Script CLAIM = Script.named("claim");

    private final Lanes lanes;

    public RedisAlarms(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public Uni<List<Overdue>> claim(int shard, Instant before, Instant now, Duration lease, int most) {
        return lanes.run(
                        CLAIM,
                        List.of(Keys.alarms(Keys.shard(shard))),
                        before.toEpochMilli(),
                        now.plus(lease).toEpochMilli(),
                        most)
                .map(RedisAlarms::overdue);
    }

    private static List<Overdue> overdue(@Nullable Response taken) {
        var all = new ArrayList<Overdue>();
        if (taken != null) {
            for (int i = 0; i + 1 < taken.size(); i += 2) {
                var at = Instant.ofEpochMilli(Long.parseLong(taken.get(i + 1).toString()));
                all.add(new Overdue(VisitorKey.ofMember(taken.get(i).toString()), at));
            }
        }
        return List.copyOf(all);
    }
}
