package io.overture.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One Redis, and the lanes to it. */
final class Server {

    private final Redis client;
    private final List<Lane> lanes;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean everAnswered;

    Server(Redis client, LaneSettings settings) {
        this.client = client;
        this.lanes = Stream.generate(() -> new Lane(client, Lanes.MOST_IN_FLIGHT, settings.timeout()))
                .limit(settings.lanes())
                .toList();
    }

    /** Once: {@link ReplyLost} when it is not known what became of it, a refusal as Redis worded it. */
    void attempt(Sending sending, Answer<@Nullable Response> then) {
        lanes.get(Math.floorMod(turn.getAndIncrement(), lanes.size())).send(sending, (answer, failure) -> {
            note(failure == null || Refusal.isAnAnswer(failure));
            then.hear(answer, failure);
        });
    }

    /** The same. */
    Uni<@Nullable Response> attempt(Sending sending) {
        return Answer.uni(then -> attempt(sending, then));
    }

    /** A connection of one's own. */
    Future<RedisConnection> connect() {
        return client.connect();
    }

    /** It did not answer when it was last asked. */
    boolean isAway() {
        return away;
    }

    /** Since this node knows it. */
    boolean everAnswered() {
        return everAnswered;
    }

    void giveUpLate() {
        lanes.forEach(Lane::giveUpLate);
    }

    /** What is under way may still be answered. */
    void retire() {
        lanes.forEach(Lane::close);
    }

    void close() {
        client.close();
    }

    private void note(boolean answered) {
        if (away == answered) {
            away = !answered;
        }
        if (answered && !everAnswered) {
            everAnswered = true;
        }
    }
}
