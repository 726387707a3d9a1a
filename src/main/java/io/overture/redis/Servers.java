package io.overture.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whatever holds the keys: one Redis, the one that sentinels name, or the masters of a cluster. */
sealed interface Servers permits OneServer, Sentinels, Cluster {

    /**
     * Once, at whoever holds the key; fails as {@link Server#attempt} does.
     *
     * @param key that the command is about; null: its own first one, if it has any
     */
    void attempt(Request request, @Nullable String key, Callback<@Nullable Response> then);

    /** The keys, by the master that holds them; those that none is known to hold are together as well. */
    Uni<List<MasterKeys>> byMaster(List<String> keys);

    /** Once at each. */
    Uni<List<Response>> attemptAtEach(Request request);

    /** Once at each: what each answered, or why not. */
    Uni<List<Reply>> askEach(Request request);

    /** A connection of one's own to where the channel's messages pass. */
    Future<RedisConnection> connect(String channel);

    Command publish();

    Command subscribe();

    /** Who holds what may have changed. */
    void doubt();

    /** All of them answered when they were last asked. */
    boolean reachable();

    /** One of them answered at least once. */
    boolean everReached();

    void giveUpLate();

    void close();
}
