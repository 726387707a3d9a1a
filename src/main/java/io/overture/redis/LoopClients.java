package io.overture.redis;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes clients of one Redis. All connections of a client live on the event loop on which it was made, whoever asks for
 * them: so each loop has one of its own, whose answers come where they were asked for.
 */
final class LoopClients {

    private final VertxInternal vertx;
    private final RedisOptions options;

    LoopClients(Vertx vertx, RedisOptions options) {
        this.vertx = (VertxInternal) vertx;
        this.options = options;
    }

    /** One more, of that loop. */
    Redis on(EventLoop loop) {
        var made = new AtomicReference<Redis>();
        vertx.createEventLoopContext(loop, null, Thread.currentThread().getContextClassLoader())
                .dispatch(() -> made.set(Redis.createClient(vertx, new RedisOptions(options))));
        return made.get();
    }

    /** Each in its turn. */
    EventLoop anyLoop() {
        return vertx.getEventLoopGroup().next();
    }
}
