package io.overture.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Duration HEADERS = Duration.ofSeconds(10);
    private static final Duration BODY = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final Peer peer = new Peer();
    private final Patience patience = new Patience(new Limits(), peer);

    PatienceTest() throws Exception {
        peer.freezeTime();
        peer.pipeline().addFirst(patience).addLast(new WaitsForEver());
        peer.register();
    }

    @Test
    void who_never_asks_anything_is_hung_up_on() {
        peer.waits(HEADERS.minusMillis(1));
        assertThat(peer.isOpen()).isTrue();

        peer.waits(Duration.ofMillis(1));

        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void a_byte_now_and_then_is_no_request() {
        for (int i = 0; i < 9; i++) {
            peer.says("x");
            peer.waits(Duration.ofSeconds(1));
        }
        assertThat(peer.isOpen()).isTrue();

        peer.waits(Duration.ofSeconds(1));

        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void who_has_asked_and_heard_may_be_quiet() {
        peer.asks();

        peer.waits(HEADERS.multipliedBy(5));

        assertThat(peer.isOpen()).isTrue();
    }

    @Test
    void an_answer_may_take_its_time() {
        peer.asks();

        peer.waits(HEADERS.multipliedBy(5));

        assertThat(peer.isOpen()).isTrue();
    }

    @Test
    void a_body_is_no_headers() {
        peer.asks();
        var body = Promise.promise();
        patience.await(body.future());

        peer.says("of its body");
        peer.waits(HEADERS);
        assertThat(peer.isOpen()).isTrue();

        peer.waits(BODY);

        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void what_is_said_before_the_answer_is_the_next_request() {
        peer.asks();

        peer.says("G");
        peer.waits(HEADERS);

        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void the_next_request_has_its_own_deadline_from_its_first_byte_on() {
        peer.asks();
        peer.waits(HEADERS.multipliedBy(2));
        peer.says("G");
        peer.waits(HEADERS.minusMillis(1));
        assertThat(peer.isOpen()).isTrue();

        peer.waits(Duration.ofMillis(1));

        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void a_socket_says_what_it_likes() {
        peer.asks();
        peer.pipeline().addLast(new WebSocket13FrameDecoder(true, false, 1));

        peer.says("\u0000");
        peer.waits(HEADERS.multipliedBy(2));

        assertThat(peer.isOpen()).isTrue();
    }

    @Test
    void who_takes_nothing_is_hung_up_on() {
        peer.asks();
        peer.takesNothing = true;
        peer.writeAndFlush(Unpooled.wrappedBuffer(new byte[100]));
        peer.waits(ANSWER);
        assertThat(peer.isOpen()).isTrue();

        peer.waits(ANSWER);

        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void who_takes_one_piece_after_the_other_is_waited_for() {
        peer.asks();
        for (int i = 0; i < 10; i++) {
            peer.takesNothing = true;
            peer.writeAndFlush(Unpooled.wrappedBuffer(new byte[100]));
            peer.waits(ANSWER.minusMillis(1));
            peer.takesNothing = false;
            peer.flush();
        }

        assertThat(peer.isOpen()).isTrue();
    }

    /** As Vert.x does, which ends no connection before all is written. */
    private static final class WaitsForEver extends ChannelOutboundHandlerAdapter {

        @Override
        public void close(ChannelHandlerContext context, ChannelPromise promise) {}
    }

    private static final class Limits implements PatienceConfig {

        @Override
        public Duration headers() {
            return HEADERS;
        }

        @Override
        public Duration body() {
            return BODY;
        }

        @Override
        public Duration answer() {
            return ANSWER;
        }
    }

    private final class Peer extends EmbeddedChannel {

        private boolean takesNothing;

        Peer() {
            super(false, false);
        }

        void says(String text) {
            writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        }

        void asks() {
            says("GET / HTTP/1.1\r\n\r\n");
            patience.begin();
        }

        void waits(Duration time) {
            advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
            runScheduledPendingTasks();
            runPendingTasks();
        }

        @Override
        protected void doWrite(ChannelOutboundBuffer waiting) throws Exception {
            if (!takesNothing) {
                super.doWrite(waiting);
            }
        }
    }
}
