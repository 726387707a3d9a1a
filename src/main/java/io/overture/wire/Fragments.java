package io.overture.wire;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * Ends a socket whose message comes in more pieces than any browser would send it in. Pieces are put together below
 * everything that counts frames, and an empty one adds nothing to what is bounded in bytes.
 */
final class Fragments extends ChannelInboundHandlerAdapter {

    /** Of one message, the first and the last included. Browsers cut messages at 128 KiB, if at all; ours have 64. */
    static final int MOST = 16;

    private static final int TOO_FAST = 4429;

    private int pieces;

    @Override
    public void channelRead(ChannelHandlerContext context, Object frame) {
        if (pieces > MOST) {
            ReferenceCountUtil.release(frame);
            return;
        }
        if (frame instanceof WebSocketFrame piece && !isControl(piece)) {
            pieces++;
            if (pieces > MOST) {
                ReferenceCountUtil.release(frame);
                end(context);
                return;
            }
            if (piece.isFinalFragment()) {
                pieces = 0;
            }
        }
        context.fireChannelRead(frame);
    }

    /** These may come between the pieces of a message, and are no part of it. */
    private static boolean isControl(WebSocketFrame frame) {
        return frame instanceof PingWebSocketFrame
                || frame instanceof PongWebSocketFrame
                || frame instanceof CloseWebSocketFrame;
    }

    private static void end(ChannelHandlerContext context) {
        // What follows is not read any more, whether the end is taken or not.
        context.channel().config().setAutoRead(false);
        context.channel()
                .writeAndFlush(new CloseWebSocketFrame(TOO_FAST, "too fast"))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
