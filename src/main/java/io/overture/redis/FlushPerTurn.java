package io.overture.redis;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.net.impl.NetSocketImpl;
import io.vertx.core.net.impl.VertxHandler;

/**
 * What is said to Redis within one turn of an event loop leaves in one write. The client flushes after each command, and has
 * no way to its channel; so the channel is looked up among those of its loop, once it is connected.
 */
final class FlushPerTurn {

    private static final int MOST_FLUSHES = FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES;

    private FlushPerTurn() {}

    /** From now on, on every connection that a client has made on this loop. */
    static void gather(EventLoop loop) {
        if (!loop.inEventLoop()) {
            loop.execute(() -> gather(loop));
        } else if (loop instanceof SingleThreadEventLoop known) {
            known.registeredChannelsIterator().forEachRemaining(FlushPerTurn::gather);
        }
    }

    private static void gather(Channel channel) {
        var pipeline = channel.pipeline();
        var last = channel.parent() == null ? pipeline.context(VertxHandler.class) : null;
        if (last != null
                && last.handler() instanceof VertxHandler<?> handler
                && handler.getConnection() instanceof NetSocketImpl
                && pipeline.get(FlushConsolidationHandler.class) == null) {
            pipeline.addBefore(last.name(), null, new FlushConsolidationHandler(MOST_FLUSHES, true));
        }
    }
}
