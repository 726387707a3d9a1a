package io.overture.wire;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/**
 * Gives every connection its {@link Patience} when it is accepted, before it has said a word. Vert.x tells of a connection
 * with its first whole request, which a slow peer never makes; so the sockets that accept are looked up among what its
 * acceptors listen to, once they do.
 */
@Singleton
class Entrance {

    private static final int FIRST = Integer.MIN_VALUE;

    /**
     * What is read at once: no more than this is decoded before {@link Backpressure} can say that it is enough. A thousand of
     * the smallest requests, or a few pieces of the largest body.
     */
    private static final int MOST_READ = 16 * 1024;

    private static final int LEAST_READ = 64;
    private static final int USUALLY_READ = 2048;
    private static final RecvByteBufAllocator PIECES =
            new AdaptiveRecvByteBufAllocator(LEAST_READ, USUALLY_READ, MOST_READ).maxMessagesPerRead(1);

    private final PatienceConfig limits;
    private final Vertx vertx;

    Entrance(PatienceConfig limits, Vertx vertx) {
        this.limits = limits;
        this.vertx = vertx;
    }

    void open(@ObservesAsync HttpServerStart started) {
        watch();
    }

    void openSecure(@ObservesAsync HttpsServerStart started) {
        watch();
    }

    /** What comes to the public port, {@link Doorway} says. This one may be opened after it, and is found with its first request. */
    void manage(@Observes ManagementInterface management) {
        management.router().route().order(FIRST).handler(request -> {
            if (!Patience.asked(request)) {
                watch();
            }
            request.next();
        });
    }

    private void watch() {
        for (var acceptor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            if (acceptor instanceof SingleThreadEventLoop loop) {
                loop.execute(() -> loop.registeredChannelsIterator().forEachRemaining(this::stand));
            }
        }
    }

    private void stand(Channel listening) {
        if (listening instanceof ServerChannel && listening.pipeline().get(Usher.class) == null) {
            listening.pipeline().addFirst(new Usher(limits));
        }
    }

    /** What a listening socket reads is connections. */
    private static final class Usher extends ChannelInboundHandlerAdapter {

        private final PatienceConfig limits;

        Usher(PatienceConfig limits) {
            this.limits = limits;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Channel accepted) {
                accepted.config().setRecvByteBufAllocator(PIECES);
                accepted.pipeline().addFirst(new Patience(limits, accepted));
            }
            context.fireChannelRead(message);
        }
    }
}
