package io.overture.push;

import io.overture.engine.Effect;
import io.overture.store.Lanes;
import io.overture.store.Nodes;
import io.overture.visitor.Tab;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Delivers to tabs: at this node directly, to others through one channel a node, one message a node however many of her
 * tabs are there. Where nobody listens it is lost; when this node has not listened for a while, its sockets are told.
 */
public final class RedisPush implements Push, AutoCloseable {

    /** All sockets are told within so long, each at a moment of its own: what they do then asks Redis. */
    static final Duration CATCH_UP = Duration.ofSeconds(2);

    private final Sockets sockets;
    private final Frames frames;
    private final Nodes nodes;
    private final Timers timers;
    private final Lanes lanes;
    private final Channel channel;

    public RedisPush(Sockets sockets, Frames frames, Nodes nodes, Lanes lanes, Vertx vertx) {
        this.sockets = sockets;
        this.frames = frames;
        this.nodes = nodes;
        this.lanes = lanes;
        this.timers = Timers.of(vertx);
        this.channel = new Channel(vertx, lanes, name(nodes.self()), this::arrived, this::listening);
    }

    @Override
    public void send(Effect.ForHer effect) {
        if (!effect.to().isEmpty()) {
            send(effect.to(), frames.of(effect));
        }
    }

    @Override
    public void send(List<Tab> to, List<String> texts) {
        byNode(to).forEach((node, ids) -> {
            if (node.equals(nodes.self())) {
                sockets.send(ids, texts);
            } else {
                lanes.publish(name(node), new Parcel(ids, texts).text());
            }
        });
    }

    @Override
    public void close() {
        channel.close();
    }

    private void listening() {
        var random = ThreadLocalRandom.current();
        for (var socket : sockets.all()) {
            timers.after(Duration.ofMillis(random.nextLong(CATCH_UP.toMillis())), socket::missed);
        }
    }

    private void arrived(String text) {
        var parcel = Parcel.of(text);
        sockets.send(parcel.sockets(), parcel.frames());
    }

    private static Map<String, List<String>> byNode(List<Tab> tabs) {
        var ids = new HashMap<String, List<String>>();
        tabs.forEach(tab ->
                ids.computeIfAbsent(tab.node(), node -> new ArrayList<>()).add(tab.socket()));
        return ids;
    }

    private static String name(String node) {
        return "ov:node:" + node;
    }
}
