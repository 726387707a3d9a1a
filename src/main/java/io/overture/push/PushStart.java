package io.overture.push;

import io.overture.redis.Lanes;
import io.overture.store.Nodes;
import io.overture.trace.Traces;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/** Makes this node's delivery, listening before the first socket opens. */
class PushStart {

    PushStart() {}

    @Produces
    @Startup
    @ApplicationScoped
    static Push push(Sockets sockets, Frames frames, Nodes nodes, Lanes lanes, Vertx vertx, Traces traces) {
        return new RedisPush(sockets, frames, nodes, lanes, vertx, traces);
    }

    static void stop(@Disposes Push push) {
        if (push instanceof RedisPush own) {
            own.close();
        }
    }
}
