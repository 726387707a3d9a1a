package io.overture.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads nothing more from a peer that is behind: one that does not take what it was sent, or has sent many requests ahead
 * of their answers. Vert.x answers a ping by itself, and keeps every pipelined request; nothing above it can stop that, so it
 * is stopped below: a read that is asked for while the peer is behind waits until the peer has caught up. A peer that never
 * does is closed by {@link Patience}.
 *
 * <p>The channel is Vert.x' own affair; its public interface has no way to it. As long as a channel reads by itself, no
 * handler can hold a read back, so that is switched off meanwhile; and only then, for Vert.x switches it off as well.
 */
final class Backpressure extends ChannelDuplexHandler {

    /** Requests not answered yet, above which no more are read. Vert.x walks the whole queue for each that it adds. */
    static final int MOST_UNANSWERED = 16;

    private static final String NAME = "overture-backpressure";

    private @Nullable ChannelHandlerContext here;
    /** The request with which this begins is under way. */
    private int unanswered = 1;

    private boolean isHeld;
    private boolean isAskedFor;
    private boolean isAnswering;

    Backpressure() {}

    /**
     * Answers a request of the public port once what was answered before has been taken. Vert.x begins the next request of a
     * queue while it ends the answer to the last one: answered there, a long queue would not fit the stack.
     */
    static void inTurn(RoutingContext request, Runnable answer) {
        var backpressure =
                request.request().connection() instanceof ConnectionBase base ? on(base) : new Backpressure();
        var response = request.response();
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> {
                response.drainHandler(null);
                backpressure.answer(request, answer);
            });
        } else {
            backpressure.answer(request, answer);
        }
    }

    private void answer(RoutingContext request, Runnable answer) {
        if (isAnswering) {
            request.vertx().runOnContext(later -> answer(request, answer));
            return;
        }
        isAnswering = true;
        try {
            answer.run();
        } finally {
            isAnswering = false;
        }
    }

    /** Of a connection that has asked something; null if it has not. */
    static @Nullable Backpressure of(Channel channel) {
        return channel.pipeline().get(NAME) instanceof Backpressure known ? known : null;
    }

    /** One for each connection, from its first request on. On its event loop. */
    private static Backpressure on(ConnectionBase connection) {
        var pipeline = connection.channelHandlerContext().pipeline();
        var known = of(pipeline.channel());
        if (known != null) {
            return known;
        }
        var backpressure = new Backpressure();
        pipeline.addFirst(NAME, backpressure)
                .addBefore(connection.channelHandlerContext().name(), null, backpressure.new Requests());
        return backpressure;
    }

    /** Whether more is to be answered than the one request whose answer a peer waits for. */
    boolean isOwed() {
        return unanswered > 1;
    }

    private boolean isBehind(ChannelHandlerContext context) {
        return unanswered > MOST_UNANSWERED || !context.channel().isWritable();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        here = context;
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (!isBehind(context)) {
            context.read();
        } else if (context.channel().config().isAutoRead()) {
            isHeld = true;
            context.channel().config().setAutoRead(false);
        } else {
            isAskedFor = true;
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        goOn(context);
        context.fireChannelWritabilityChanged();
    }

    private void goOn(ChannelHandlerContext context) {
        if (isBehind(context)) {
            return;
        }
        boolean wasHeld = isHeld;
        boolean wasAskedFor = isAskedFor;
        isHeld = false;
        isAskedFor = false;
        if (wasHeld) {
            context.channel().config().setAutoRead(true);
        } else if (wasAskedFor) {
            context.read();
        }
    }

    /** Such as 100: the answer itself is still to come. */
    private static boolean isProvisional(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    /** Counts, where requests have been read and answers are not written yet. */
    private final class Requests extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                unanswered++;
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof LastHttpContent && !isProvisional(message) && unanswered > 0) {
                unanswered--;
                if (here != null) {
                    goOn(here);
                }
            }
            context.write(message, promise);
        }
    }
}
