package io.overture.bench;

import io.overture.ReturningPage;
import io.overture.Returns;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pages that keep their sockets, and come back by themselves. */
final class Pages implements AutoCloseable {

    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Returns returns = new Returns();
    private final List<ReturningPage> pages = new ArrayList<>();

    /** Returns when all of them are welcome. */
    Pages(URI base, int count) {
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(count * 2));
        for (int i = 0; i < count; i++) {
            var name = Switchboard.name(i);
            pages.add(new ReturningPage(
                    vertx, client, base, () -> PageFrames.hello(name, PageFrames.UNINVITED), returns));
            if (i % AT_ONCE == AT_ONCE - 1) {
                awaitAll();
            }
        }
        awaitAll();
    }

    Returns returns() {
        return returns;
    }

    /** Until each has a socket on which it was greeted. */
    void awaitAll() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!pages.stream().allMatch(ReturningPage::isWelcome)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("not all pages came back within " + PATIENCE);
            }
            Switchboard.rest(LOOK);
        }
    }

    @Override
    public void close() {
        pages.forEach(ReturningPage::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
