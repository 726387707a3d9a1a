package io.overture.push;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import org.jboss.logging.Logger;

/** Publishes to the channels of nodes; sharded on a cluster, where plain messages would flood every node of Redis. */
final class Post {

    private static final Logger LOG = Logger.getLogger(Post.class);

    private final Redis redis;
    private final boolean sharded;

    Post(Redis redis, boolean sharded) {
        this.redis = redis;
        this.sharded = sharded;
    }

    Command subscribe() {
        return sharded ? Command.SSUBSCRIBE : Command.SUBSCRIBE;
    }

    /** Fire and forget. */
    void send(String channel, String text) {
        redis.send(Request.cmd(sharded ? Command.SPUBLISH : Command.PUBLISH)
                        .arg(channel)
                        .arg(text))
                .onFailure(failure -> LOG.debugf("not published: %s", failure.getMessage()));
    }
}
