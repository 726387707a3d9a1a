package io.overture.aftercare;

import io.overture.client.Erasure;
import io.overture.client.Forgetting;
import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Clients to look at again because time alone may say something of them: visits fall by nothing happening. */
class Watch implements Forgetting {

    static final Duration PAUSE = Duration.ofDays(1);

    private static final Script DUE = Script.named("aftercare-watch");
    private static final String KEY = "ov:{desk}:aftercare";

    private final Lanes lanes;

    Watch(Lanes lanes) {
        this.lanes = lanes;
    }

    /** From now on, or no longer. */
    Uni<Void> over(String client, boolean watched, Instant now) {
        return watched
                ? lanes.send(Request.cmd(Command.ZADD)
                                .arg(KEY)
                                .arg(now.plus(PAUSE).toEpochMilli())
                                .arg(client))
                        .replaceWithVoid()
                : noLonger(client).replaceWithVoid();
    }

    /** Whether she was watched. */
    private Uni<Boolean> noLonger(String client) {
        return lanes.send(Request.cmd(Command.ZREM).arg(KEY).arg(client))
                .map(removed -> removed != null && !removed.toString().equals("0"));
    }

    /** Those it is time for, at most so many; to anybody else it is not time for a while. */
    Uni<List<String>> due(Instant now, int most) {
        return lanes.run(DUE, List.of(KEY), now.toEpochMilli(), now.plus(PAUSE).toEpochMilli(), most)
                .map(ids -> ids == null
                        ? List.of()
                        : StreamSupport.stream(ids.spliterator(), false)
                                .map(Response::toString)
                                .toList());
    }

    @Override
    public Uni<Erasure> forgetClient(String id) {
        return noLonger(id).map(was -> Erasure.of(Erasure.Kind.WATCHES, was ? 1 : 0, Duration.ZERO));
    }
}
