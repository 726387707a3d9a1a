package io.overture.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import org.junit.jupiter.api.Test;

class FragmentsTest {

    private final EmbeddedChannel channel = new EmbeddedChannel(new Fragments());

    @Test
    void messages_in_a_few_pieces_come_through_however_many() {
        for (int i = 0; i < 100; i++) {
            channel.writeInbound(new TextWebSocketFrame(false, 0, Unpooled.EMPTY_BUFFER));
            says(Fragments.MOST - 2, false);
            says(1, true);
        }

        assertThat(channel.isOpen()).isTrue();
        assertThat(channel.inboundMessages()).hasSize(100 * Fragments.MOST);
    }

    @Test
    void a_message_that_never_ends_ends_the_socket_in_our_words_and_is_not_read_any_more() {
        channel.writeInbound(new TextWebSocketFrame(false, 0, Unpooled.EMPTY_BUFFER));

        says(Fragments.MOST - 1, false);
        assertThat(channel.isOpen()).isTrue();
        says(1, false);

        CloseWebSocketFrame end = channel.readOutbound();
        assertThat(end.statusCode()).isEqualTo(4429);
        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.config().isAutoRead()).isFalse();
        assertThat(channel.inboundMessages()).hasSize(Fragments.MOST);
    }

    private void says(int pieces, boolean isLast) {
        for (int i = 0; i < pieces; i++) {
            channel.writeInbound(new ContinuationWebSocketFrame(isLast, 0, Unpooled.EMPTY_BUFFER));
        }
    }
}
