package io.overture.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class BackpressureTest {

    private static final int MOST = 1024;

    private int reads;
    private final EmbeddedChannel channel = new EmbeddedChannel();

    BackpressureTest() {
        channel.config().setAutoRead(false);
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(MOST / 2, MOST));
        channel.pipeline().addFirst(new Backpressure()).addFirst(new ChannelOutboundHandlerAdapter() {
            @Override
            public void read(ChannelHandlerContext context) {
                reads++;
                context.read();
            }
        });
    }

    @Test
    void who_takes_what_it_is_sent_is_read() {
        channel.read();

        assertThat(reads).isEqualTo(1);
    }

    @Test
    void who_does_not_is_read_no_more_until_it_has() {
        channel.write(Unpooled.wrappedBuffer(new byte[2 * MOST]));
        channel.read();
        channel.read();
        assertThat(reads).isZero();

        channel.flush();

        assertThat(reads).isEqualTo(1);
    }

    @Test
    void nothing_is_read_that_nobody_asked_for() {
        channel.write(Unpooled.wrappedBuffer(new byte[2 * MOST]));

        channel.flush();

        assertThat(reads).isZero();
    }
}
