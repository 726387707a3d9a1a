package io.overture.push;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.offer.HouseWording;
import io.overture.redis.Lanes;
import io.overture.store.Nodes;
import io.overture.trace.Traces;
import io.vertx.core.Vertx;
import java.util.Set;

/** A node as far as delivery goes: its sockets, and its channel on a real Redis. */
final class TestNode implements Nodes, AutoCloseable {

    final Sockets sockets;
    final RedisPush push;
    private final String name;
    private final Set<String> live;

    /** @param live whom this node knows to run */
    TestNode(String name, Set<String> live, Lanes lanes, Vertx vertx) {
        this.name = name;
        this.live = live;
        this.sockets = new Sockets(this, new SimpleMeterRegistry());
        this.push = new RedisPush(sockets, new Frames(new HouseWording()), this, lanes, vertx, Traces.OFF);
    }

    @Override
    public String self() {
        return name;
    }

    @Override
    public Set<String> live() {
        return live;
    }

    @Override
    public void close() {
        push.close();
    }
}
