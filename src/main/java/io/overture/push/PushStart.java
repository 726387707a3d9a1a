package io.overture.push;

import io.overture.store.Nodes;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes this node's delivery, listening before the first socket opens. */
class PushStart {

    PushStart() {}

    @Produces
    @Startup
    @ApplicationScoped
    static Push push(
            Sockets sockets,
            Frames frames,
            Nodes nodes,
            Redis redis,
            @ConfigProperty(name = "quarkus.redis.client-type", defaultValue = "standalone") RedisClientType type,
            Vertx vertx) {
        return new RedisPush(sockets, frames, nodes, redis, type == RedisClientType.CLUSTER, vertx);
    }

    static void stop(@Disposes Push push) {
        if (push instanceof RedisPush own) {
            own.close();
        }
    }
}
