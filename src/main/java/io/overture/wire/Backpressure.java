package io.overture.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Reads nothing more from a peer that does not take what it was sent. Vert.x answers a ping by itself, whoever reads the
 * answer, and goes on doing so while a socket closes; nothing above it can stop that, so it is stopped below: a read that
 * is asked for while the peer is behind waits until the peer has caught up. Whoever never does is silent from then on, and
 * is closed like anybody who is.
 *
 * <p>The channel is Vert.x' own affair; its public interface has no way to it.
 */
final class Backpressure extends ChannelDuplexHandler {

    private static final String NAME = "overture-backpressure";

    private boolean isAskedFor;

    Backpressure() {}

    /** Once for each connection, on its event loop; later calls change nothing. */
    static void on(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            var pipeline = base.channelHandlerContext().pipeline();
            if (pipeline.get(NAME) == null) {
                pipeline.addFirst(NAME, new Backpressure());
            }
        }
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            context.read();
        } else {
            isAskedFor = true;
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (isAskedFor && context.channel().isWritable()) {
            isAskedFor = false;
            context.read();
        }
        context.fireChannelWritabilityChanged();
    }
}
