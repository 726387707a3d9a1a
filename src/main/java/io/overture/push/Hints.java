package io.overture.push;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.util.function.Consumer;

/** Words between nodes, on a channel all of them listen to. A word may be lost: it is a hint, never the truth. */
public final class Hints implements AutoCloseable {

    private final String name;
    private final Post post;
    private final Channel channel;

    /**
     * @param sharded whether Redis is a cluster
     * @param heard told of every word, this node's own among them
     * @param listening told whenever listening begins, also after a silence in which words were lost
     */
    public Hints(Vertx vertx, Redis redis, boolean sharded, String name, Consumer<String> heard, Runnable listening) {
        this.name = name;
        this.post = new Post(redis, sharded);
        this.channel = new Channel(vertx, redis, post, name, heard, listening);
    }

    /** @param word not empty: that is what silence is told from */
    public void say(String word) {
        post.send(name, word);
    }

    @Override
    public void close() {
        channel.close();
    }
}
