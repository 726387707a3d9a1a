package io.overture.push;

import io.opentelemetry.api.trace.SpanContext;
import io.overture.engine.Effect;
import io.overture.redis.Lanes;
import io.overture.store.Nodes;
import io.overture.trace.Traceparent;
import io.overture.trace.Traces;
import io.overture.visitor.Tab;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to tabs: at this node directly, to others through one channel a node, one message a node however many of her
 * tabs are there. Where nobody listens it is lost; when this node has not listened for a while, its sockets are told.
 */
public final class RedisPush implements Push, AutoCloseable {

    /** All sockets are told within so long, each at a moment of its own: what they do then asks Redis. */
    static final Duration CATCH_UP = Duration.ofSeconds(2);

    static final Envelope PARCEL = new Envelope("parcel", 1);

    private final Sockets sockets;
    private final Frames frames;
    private final Nodes nodes;
    private final Timers timers;
    private final Lanes lanes;
    private final Channel channel;
    private final Deliveries deliveries;

    public RedisPush(Sockets sockets, Frames frames, Nodes nodes, Lanes lanes, Vertx vertx, Traces traces) {
        this.sockets = sockets;
        this.frames = frames;
        this.nodes = nodes;
        this.lanes = lanes;
        this.deliveries = new Deliveries(traces);
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
    public void send(Effect.ForHer effect, @Nullable SpanContext step) {
        if (step == null) {
            send(effect);
        } else if (!effect.to().isEmpty()) {
            deliveries.pushed(effect, step, push -> send(effect.to(), frames.of(effect), push));
        }
    }

    @Override
    public void send(List<Tab> to, List<String> texts) {
        send(to, texts, null);
    }

    private void send(List<Tab> to, List<String> texts, @Nullable SpanContext push) {
        var traceparent = push == null ? null : Traceparent.of(push);
        byNode(to).forEach((node, ids) -> {
            if (node.equals(nodes.self())) {
                deliver(ids, texts, traceparent);
            } else {
                lanes.publish(name(node), PARCEL.around(new Parcel(ids, texts, traceparent).text()));
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
        PARCEL.open(text).ifPresentOrElse(this::deliver, () -> lanes.notUnderstood(PARCEL.kind(), text));
    }

    private void deliver(String text) {
        var parcel = Parcel.of(text);
        deliver(parcel.sockets(), parcel.frames(), parcel.traceparent());
    }

    private void deliver(List<String> ids, List<String> texts, @Nullable String traceparent) {
        int here = sockets.send(ids, texts);
        if (traceparent != null) {
            deliveries.delivered(traceparent, here);
        }
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
