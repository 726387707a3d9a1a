package io.overture.store;

import io.overture.redis.Lanes;
import io.overture.redis.MasterKeys;
import io.overture.redis.Script;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The durable alarms in Redis. A claim whose answer is lost leaves its alarms leased: they come when the lease is over. */
public final class RedisAlarms implements Alarms {

    private static final Script CLAIM = Script.named("claim");

    private static final Script OVERDUE = Script.named("overdue");

    /** By their shard. */
    private static final List<String> ALL = IntStream.range(0, Handle.SHARDS)
            .mapToObj(Handle::shardDigits)
            .map(Keys::alarms)
            .toList();

    private static final Map<String, Integer> SHARD =
            IntStream.range(0, Handle.SHARDS).boxed().collect(Collectors.toMap(ALL::get, shard -> shard));

    private final Lanes lanes;

    public RedisAlarms(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public Multi<List<Integer>> overdue(Instant before) {
        return lanes.byMaster(ALL)
                .onItem()
                .transformToMulti(masters -> Multi.createFrom()
                        .iterable(masters)
                        .onItem()
                        .transformToUniAndMerge(held -> overdue(held, before)));
    }

    /** A master that is away, or that does not let a script look, is asked about each shard by itself. */
    private Uni<List<Integer>> overdue(MasterKeys held, Instant before) {
        var keys = held.oneSlot() ? held.keys() : held.keys().subList(0, 1);
        var args = Stream.concat(
                Stream.of(before.toEpochMilli()), held.keys().stream().skip(keys.size()));
        return lanes.run(OVERDUE, keys, args.toArray())
                .map(answer -> answer == null
                        ? held.keys().stream()
                        : answer.stream()
                                .map(number -> held.keys().get(Objects.requireNonNull(number.toInteger()) - 1)))
                .onFailure()
                .recoverWithItem(() -> held.keys().stream())
                .map(found -> found.map(SHARD::get).toList());
    }

    @Override
    public Uni<List<Overdue>> claim(int shard, Instant before, Instant now, Duration lease, int most) {
        return lanes.run(
                        CLAIM,
                        List.of(Keys.alarms(Handle.shardDigits(shard))),
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
