package io.overture.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Visitors on real sockets whose third look at a precious piece is worth an invitation: from the frame that carries it
 * to the frame that invites.
 */
final class Invitations {

    private static final int VISITORS = 600;
    private static final int SPACING_MILLIS = 10;
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final int port;
    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client =
            vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(VISITORS));
    private final Samples latencies = new Samples();
    private final AtomicInteger awaited = new AtomicInteger(VISITORS);
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    Invitations(int port) {
        this.port = port;
    }

    /** Fails when one of them cannot come in or is not invited. */
    Samples measure() {
        for (int i = 0; i < VISITORS; i++) {
            int visitor = i;
            vertx.setTimer(1 + (long) i * SPACING_MILLIS, now -> visit(visitor).onFailure(done::completeExceptionally));
        }
        try {
            done.orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS).join();
            return latencies;
        } catch (CompletionException e) {
            throw new IllegalStateException(awaited + " of " + VISITORS + " were not invited", e.getCause());
        } finally {
            vertx.close();
        }
    }

    private Future<WebSocket> visit(int number) {
        var id = Switchboard.name(number);
        var options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/v1/visitor")
                .addHeader("Origin", "http://localhost:8080")
                .addSubProtocol("overture.v1");
        return client.connect(options).onSuccess(socket -> {
            var sentAt = new long[1];
            socket.textMessageHandler(text -> {
                var frame = new JsonObject(text);
                switch (frame.getString("type")) {
                    case "welcome" -> socket.writeTextMessage(PageFrames.looks(1, "sizing", "materials"));
                    case "ack" -> {
                        if (Integer.valueOf(1).equals(frame.getInteger("seq"))) {
                            sentAt[0] = System.nanoTime();
                            socket.writeTextMessage(PageFrames.looks(2, "provenance"));
                        }
                    }
                    case "invitation" -> {
                        // It is sent again until it is shown; the first time counts.
                        if (sentAt[0] != 0) {
                            invited(System.nanoTime() - sentAt[0]);
                            sentAt[0] = 0;
                        }
                    }
                    default -> {}
                }
            });
            socket.writeTextMessage(PageFrames.hello(id, "fr"));
        });
    }

    private void invited(long after) {
        latencies.add(after);
        if (awaited.decrementAndGet() == 0) {
            done.complete(null);
        }
    }
}
