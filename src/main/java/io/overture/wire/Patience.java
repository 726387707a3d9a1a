package io.overture.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.Future;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hangs up on a peer that is slow on purpose: an idle timeout is nothing to one that says, or takes, a byte now and then.
 *
 * <pre>
 *   connected ──▶ HEADERS ── asked ──▶ BODY ── read and answered ──▶ quiet
 *                    ▲                                                 │
 *                    └────────────────── the next byte ────────────────┘
 * </pre>
 *
 * Headers and bodies have a deadline each, and beside them what is written. The first of a connection's handlers, so that
 * it sees bytes as they come; where a request begins and ends, {@link Doorway} says. All on the connection's event loop.
 */
final class Patience extends ChannelDuplexHandler {

    private final PatienceConfig limits;
    private final Channel channel;
    private @Nullable ScheduledFuture<?> headers;
    private boolean isUnderWay;

    private boolean isWatched;
    private long written;
    /** Of what was written, how much must have been taken when it is looked at next. */
    private long due;

    Patience(PatienceConfig limits, Channel channel) {
        this.limits = limits;
        this.channel = channel;
    }

    /** The headers of a request are whole. */
    static void asked(RoutingContext routing) {
        var request = routing.request();
        if (request.connection() instanceof ConnectionBase base) {
            var patience = base.channelHandlerContext().pipeline().get(Patience.class);
            if (patience != null) {
                patience.begin();
                var read = request.isEnded() ? Future.succeededFuture() : request.end();
                patience.await(read);
                routing.addEndHandler(answered -> read.onComplete(anyhow -> patience.end()));
            }
        }
    }

    void begin() {
        isUnderWay = true;
        if (headers != null) {
            headers.cancel(false);
            headers = null;
        }
    }

    private void await(Future<?> body) {
        if (!body.isComplete()) {
            var late = after(limits.body(), this::hangUp);
            body.onComplete(anyhow -> late.cancel(false));
        }
    }

    /** From any thread: not every answer is ended by the event loop. */
    void end() {
        channel.eventLoop().execute(() -> isUnderWay = false);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        awaitHeaders();
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!isUnderWay && headers == null) {
            awaitHeaders();
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        begin();
        context.fireChannelInactive();
    }

    private void awaitHeaders() {
        headers = after(limits.headers(), () -> {
            if (isFramed()) {
                begin();
            } else {
                hangUp();
            }
        });
    }

    /** A socket, or HTTP/2: what comes there is no longer one request after the other. */
    private boolean isFramed() {
        return channel.pipeline().get(WebSocketFrameDecoder.class) != null
                || channel.pipeline().get(Http2ConnectionHandler.class) != null;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        written++;
        if (!isWatched) {
            isWatched = true;
            after(limits.answer(), this::look);
        }
        context.write(message, promise);
    }

    /** What waited at the last look has had its time by now. */
    private void look() {
        var waiting = channel.unsafe().outboundBuffer();
        if (waiting == null) {
            return;
        }
        if (written - waiting.size() < due) {
            hangUp();
        } else if (waiting.isEmpty()) {
            isWatched = false;
        } else {
            due = written;
            after(limits.answer(), this::look);
        }
    }

    /** From here on outwards: above, Vert.x waits with the end of a connection until all is written. */
    private void hangUp() {
        var here = channel.pipeline().context(this);
        if (here != null) {
            here.close();
        }
    }

    private ScheduledFuture<?> after(Duration time, Runnable action) {
        return channel.eventLoop().schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
