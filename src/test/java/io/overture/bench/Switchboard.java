package io.overture.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Opens sockets as pages and consoles do. Whatever any of them hears, it hears on the same one thread. */
final class Switchboard implements AutoCloseable {

    private static final int MOST_SOCKETS = 10_000;
    private static final int LONGEST_FRAME = 1 << 20;

    private final int port;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions()
            .setMaxConnections(MOST_SOCKETS)
            .setMaxFrameSize(LONGEST_FRAME)
            .setMaxMessageSize(LONGEST_FRAME));

    Switchboard(int port) {
        this.port = port;
    }

    /** A visitor's name that nobody had before. */
    static String name(int number) {
        return "guest%06dx%016x".formatted(number, ThreadLocalRandom.current().nextLong());
    }

    Future<WebSocket> page(Consumer<String> hears) {
        return open(options("/v1/visitor").addHeader("Origin", "http://localhost:8080"), hears);
    }

    /** Her password is her name. */
    Future<WebSocket> console(String advisor, Consumer<String> hears) {
        var credentials = (advisor + ":" + advisor).getBytes(StandardCharsets.UTF_8);
        return open(
                options("/v1/advisor")
                        .addHeader(
                                "Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials)),
                hears);
    }

    private WebSocketConnectOptions options(String path) {
        return new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(path)
                .addSubProtocol("overture.v1");
    }

    private Future<WebSocket> open(WebSocketConnectOptions options, Consumer<String> hears) {
        return client.connect(options).onSuccess(socket -> socket.textMessageHandler(hears::accept));
    }

    /** Starts as many a second, and waits until all that they came to is done. */
    <T> List<T> all(int count, int perSecond, Duration patience, IntFunction<Future<T>> each) {
        var started = new ArrayList<Future<T>>();
        for (int i = 0; i < count; i++) {
            int number = i;
            started.add(vertx.timer(1 + i * 1_000L / perSecond, TimeUnit.MILLISECONDS)
                    .compose(_ -> each.apply(number)));
        }
        return await(Future.all(started), patience).list();
    }

    /** Does something on the thread of the sockets, over and over. Answers how to stop it. */
    Runnable often(int perSecond, Runnable what) {
        long timer = vertx.setPeriodic(Math.max(1, 1_000 / perSecond), _ -> what.run());
        return () -> vertx.cancelTimer(timer);
    }

    /** Does something on the thread of the sockets and waits for what it comes to. */
    <T> T run(Duration patience, Supplier<Future<T>> what) {
        return await(vertx.timer(1, TimeUnit.MILLISECONDS).compose(_ -> what.get()), patience);
    }

    /** Waits on the thread that measures, while the sockets go on. */
    static void rest(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(Future<T> future, Duration patience) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
