package io.overture.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that are sent ahead of their answers, over real sockets. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PipelinedTest {

    private static final int MANY = 4_000;
    private static final Pattern ANSWER = Pattern.compile("answer-(\\d+)\\n");
    private static final Buffer SCRIPT = Buffer.buffer("x".repeat(10_000));

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        var router = Router.router(vertx);
        router.route().handler(request -> {
            count(request);
            // As Quarkus does.
            request.request().pause();
            Backpressure.inTurn(request, () -> answer(request));
        });
        server = vertx.createHttpServer(new HttpServerOptions().setPort(0))
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void all_that_wait_behind_an_answer_are_answered_in_their_order() throws Exception {
        try (var peer = peer()) {
            peer.getOutputStream().write(requests("/later", "/", MANY));

            assertThat(answers(peer, MANY + 1)).isEqualTo(inOrder(MANY + 1));
        }
    }

    @Test
    void who_reads_late_and_slowly_gets_every_answer_in_order() throws Exception {
        try (var peer = peer()) {
            peer.getOutputStream().write(requests("/", "/script", MANY));
            await().until(() -> begun.get() > 0 && isQuiet());

            assertThat(answers(peer, MANY + 1)).isEqualTo(inOrder(MANY + 1));
        }
    }

    @Test
    void of_who_reads_nothing_only_so_many_requests_are_read() throws Exception {
        try (var peer = peer()) {
            peer.setSoTimeout(1);
            sendsAsMuchAsIsTaken(peer, requests("/", "/script", 200_000));
            await().until(this::isQuiet);

            assertThat(read.get()).isLessThan(begun.get() + MOST_DECODED);
        }
    }

    @Test
    void behind_an_answer_that_does_not_come_only_so_many_requests_are_read() throws Exception {
        try (var peer = peer()) {
            sendsAsMuchAsIsTaken(peer, requests("/never", "/", 200_000));
            await().until(this::isQuiet);

            assertThat(read.get()).isLessThan(MOST_DECODED);
        }
    }

    @Test
    void bodies_are_read_while_others_wait_for_their_turn() throws Exception {
        var body = "b".repeat(50_000);
        var post = "POST /body HTTP/1.1\r\nHost: here\r\nContent-Length: 50000\r\n\r\n" + body;
        try (var peer = peer()) {
            var sending = Thread.ofVirtual()
                    .start(() -> write(
                            peer, ("GET /later HTTP/1.1\r\nHost: here\r\n\r\n" + post.repeat(100)).getBytes(US_ASCII)));

            assertThat(answers(peer, 101)).isEqualTo(inOrder(101));
            sending.join();
        }
    }

    /** What one read of a plain socket holds of the smallest requests here, as often as Netty reads before it looks up. */
    private static final int MOST_DECODED = 16 * 64 * 1024 / 30;

    private Socket peer() throws IOException {
        var peer = new Socket();
        peer.setReceiveBufferSize(16 * 1024);
        peer.connect(new InetSocketAddress("127.0.0.1", server.actualPort()));
        return peer;
    }

    private static byte[] requests(String first, String then, int many) {
        return (get(first) + get(then).repeat(many)).getBytes(US_ASCII);
    }

    private static String get(String path) {
        return "GET %s HTTP/1.1\r\nHost: here\r\n\r\n".formatted(path);
    }

    private static void write(Socket peer, byte[] bytes) {
        try {
            peer.getOutputStream().write(bytes);
        } catch (IOException closed) {
            // The server hung up.
        }
    }

    private static void sendsAsMuchAsIsTaken(Socket peer, byte[] bytes) {
        Thread.ofVirtual().start(() -> write(peer, bytes));
    }

    private static List<Integer> inOrder(int many) {
        return IntStream.rangeClosed(1, many).boxed().toList();
    }

    private static List<Integer> answers(Socket peer, int many) throws IOException {
        peer.setSoTimeout(20_000);
        var text = new StringBuilder();
        var bytes = new byte[8 * 1024];
        var answers = new ArrayList<Integer>();
        while (answers.size() < many) {
            int n = peer.getInputStream().read(bytes);
            if (n < 0) {
                break;
            }
            text.append(new String(bytes, 0, n, US_ASCII));
            var found = ANSWER.matcher(text);
            int end = 0;
            while (found.find()) {
                answers.add(Integer.parseInt(found.group(1)));
                end = found.end();
            }
            text.delete(0, end);
        }
        return answers;
    }

    private int quiet;
    private int last;

    /** Nothing was read or begun since it was looked at the last ten times. */
    private boolean isQuiet() {
        int now = read.get() + begun.get();
        quiet = now == last ? quiet + 1 : 0;
        last = now;
        return quiet > 10;
    }

    private void count(RoutingContext request) {
        var base = (ConnectionBase) request.request().connection();
        var pipeline = base.channelHandlerContext().pipeline();
        if (pipeline.get("count") == null) {
            pipeline.addBefore(base.channelHandlerContext().name(), "count", new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object message) {
                    if (message instanceof HttpRequest) {
                        read.incrementAndGet();
                    }
                    context.fireChannelRead(message);
                }
            });
        }
    }

    private void answer(RoutingContext request) {
        int number = begun.incrementAndGet();
        var text = "answer-%d\n".formatted(number);
        var path = request.request().path();
        switch (path) {
            case "/never" -> {}
            case "/later" ->
                vertx.setTimer(
                        Duration.ofMillis(300).toMillis(),
                        late -> request.response().end(text));
            case "/script" -> request.response().end(SCRIPT.copy().appendString(text));
            case "/body" -> {
                request.request()
                        .body()
                        .onSuccess(body -> request.response().end("%d ".formatted(body.length()) + text));
                request.request().resume();
            }
            default -> request.response().end(text);
        }
    }
}
