package io.overture.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.jspecify.annotations.Nullable;

/** How a command goes on a connection that others share. */
interface Sending {

    Future<@Nullable Response> on(RedisConnection connection);

    static Sending of(Request request) {
        return connection -> connection.send(request);
    }

    /** Of a slot that is on its way to this node. Should another's command come between, that one profits and this returns. */
    static Sending asking(Request request) {
        return connection -> {
            connection.send(Request.cmd(Command.ASKING));
            return connection.send(request);
        };
    }
}
