package io.overture.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Hangs up on a peer that is slow on purpose: an idle timeout is nothing to one that says, or takes, a byte now and then.
 *
 * <pre>
 *   connected, or the first byte of the next request ──▶ HEADERS ── asked ──▶ BODY, if there is one ── read ──▶ quiet
 * </pre>
 *
 * Headers and bodies have a deadline each, and beside them what is written. An answer may take its time; whoever says more
 * before it has begun the next request, and has its time for that once nothing sent before waits any more. The first of a connection's handlers, so that it sees bytes as they come; where a
 * request begins, {@link Doorway} says. All on the connection's event loop.
 */
final class Patience extends ChannelDuplexHandler {

    private final PatienceConfig limits;
    private final Channel channel;
    private final Deadline headers;
    private final Deadline body;
    private boolean isFramed;

    private boolean isWatched;
    private long written;
    /** Of what was written, how much must have been taken when it is looked at next. */
    private long due;

    Patience(PatienceConfig limits, Channel channel) {
        this.limits = limits;
        this.channel = channel;
        this.headers = new Deadline(channel, limits.headers(), this::lateHeaders);
        this.body = new Deadline(channel, limits.body(), this::hangUp);
    }

    /** The headers of a request are whole. Whether its connection is watched. */
    static boolean asked(RoutingContext routing) {
        var request = routing.request();
        var patience = request.connection() instanceof ConnectionBase base
                ? base.channelHandlerContext().pipeline().get(Patience.class)
                : null;
        if (patience == null) {
            return false;
        }
        patience.begin();
        // Without a body nothing is owed: Quarkus reads such a request to its end only when it is answered.
        if (!request.isEnded() && hasBody(request.headers())) {
            patience.await(request.end());
        }
        return true;
    }

    private static boolean hasBody(MultiMap headers) {
        return headers.contains(HttpHeaders.TRANSFER_ENCODING)
                || headers.contains(HttpHeaders.CONTENT_LENGTH) && !"0".equals(headers.get(HttpHeaders.CONTENT_LENGTH));
    }

    void begin() {
        body.met();
        headers.met();
    }

    void await(Future<?> whole) {
        if (whole.isComplete()) {
            return;
        }
        if (channel.pipeline().get(Http2ConnectionHandler.class) == null) {
            body.begins();
            whole.onComplete(anyhow -> body.met());
        } else {
            // Streams run side by side, each with a body of its own.
            var its = new Deadline(channel, limits.body(), this::hangUp);
            its.begins();
            whole.onComplete(anyhow -> its.ends());
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        headers.begins();
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!headers.isAwaited() && !body.isAwaited() && !isFramed && !becomesFramed()) {
            headers.begins();
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        headers.ends();
        body.ends();
        context.fireChannelInactive();
    }

    private void lateHeaders() {
        if (becomesFramed()) {
            return;
        }
        if (isOwed()) {
            headers.begins();
        } else {
            hangUp();
        }
    }

    /** Whole requests wait for their turn, or answers to be taken, for which there is a deadline of its own. */
    private boolean isOwed() {
        var backpressure = Backpressure.of(channel);
        return !channel.isWritable() || backpressure != null && backpressure.isOwed();
    }

    /** A socket, or HTTP/2: what comes there is no longer one request after the other. */
    private boolean becomesFramed() {
        var socket = channel.pipeline().context(WebSocketFrameDecoder.class);
        if (socket != null) {
            channel.pipeline().addAfter(socket.name(), null, new Fragments());
        }
        isFramed = socket != null || channel.pipeline().get(Http2ConnectionHandler.class) != null;
        return isFramed;
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

    private void after(Duration time, Runnable action) {
        channel.eventLoop().schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
