package io.overture.push;

import io.overture.redis.Lanes;
import io.vertx.core.Vertx;
import java.util.function.Consumer;

/** Words between nodes, on a channel all of them listen to. A word may be lost: it is a hint, never the truth. */
public final class Hints implements AutoCloseable {

    static final Envelope HINT = new Envelope("hint", 1);

    private final String name;
    private final Lanes lanes;
    private final Channel channel;

    /**
     * @param heard told of every word, this node's own among them
     * @param listening told whenever listening begins, also after a silence in which words were lost
     */
    public Hints(Vertx vertx, Lanes lanes, String name, Consumer<String> heard, Runnable listening) {
        this.name = name;
        this.lanes = lanes;
        this.channel = new Channel(vertx, lanes, name, message -> arrived(message, heard), listening);
    }

    /** @param word not empty: that is what silence is told from */
    public void say(String word) {
        say(lanes, name, word);
    }

    /** From where nobody listens. */
    public static void say(Lanes lanes, String name, String word) {
        lanes.publish(name, HINT.around(word));
    }

    private void arrived(String message, Consumer<String> heard) {
        HINT.open(message).ifPresentOrElse(heard, () -> lanes.notUnderstood(HINT.kind(), message));
    }

    @Override
    public void close() {
        channel.close();
    }
}
