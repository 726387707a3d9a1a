package io.overture.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Redis that holds everything. */
final class OneServer implements Servers {

    /** There is only one. */
    private static final String NAME = "redis";

    private final Server server;
    private final boolean isOurs;

    /** The client is its maker's to close. */
    OneServer(Redis client, LaneSettings settings) {
        this.server = new Server(client, settings);
        this.isOurs = false;
    }

    OneServer(LoopClients clients, LaneSettings settings) {
        this.server = new Server(clients, settings);
        this.isOurs = true;
    }

    @Override
    public void attempt(Request request, @Nullable String key, Callback<@Nullable Response> then) {
        server.attempt(Sending.of(request), then);
    }

    @Override
    public Uni<List<MasterKeys>> byMaster(List<String> keys) {
        return Uni.createFrom().item(List.of(new MasterKeys(keys, true)));
    }

    @Override
    public Uni<List<Response>> attemptAtEach(Request request) {
        return server.attempt(Sending.of(request)).map(answer -> answer == null ? List.of() : List.of(answer));
    }

    @Override
    public Uni<List<Reply>> askEach(Request request) {
        return server.attempt(Sending.of(request))
                .onItemOrFailure()
                .transform((answer, failure) -> List.of(Reply.of(NAME, answer, failure)));
    }

    @Override
    public Future<RedisConnection> connect(String channel) {
        return server.connect();
    }

    @Override
    public Command publish() {
        return Command.PUBLISH;
    }

    @Override
    public Command subscribe() {
        return Command.SUBSCRIBE;
    }

    @Override
    public void doubt() {
        // It holds everything, whatever happens.
    }

    @Override
    public boolean reachable() {
        return server.everAnswered() && !server.isAway();
    }

    @Override
    public boolean everReached() {
        return server.everAnswered();
    }

    @Override
    public void giveUpLate() {
        server.giveUpLate();
    }

    @Override
    public void close() {
        server.retire();
        if (isOurs) {
            server.close();
        }
    }
}
