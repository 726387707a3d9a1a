package io.overture.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Visitors on real sockets whose third look at a precious piece is worth an invitation: from the frame that carries it
 * to the frame that invites. Beside it the same frames on sockets that send back what they hear. Its client stays, so
 * that from round to round both sides are warmer.
 */
final class Invitations implements AutoCloseable {

    private static final int VISITORS = 600;
    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final int TIMED = 3;

    /** A page that closes keeps its place for five seconds; only then is it over. */
    private static final Duration SETTLED = Duration.ofSeconds(6);

    private final int perSecond;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final WebSocketClient client =
            vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(4 * VISITORS));

    Invitations(int perSecond) {
        this.perSecond = perSecond;
    }

    static int visitors() {
        return VISITORS;
    }

    /** Fails when one of them cannot come in or is not invited. */
    Samples invited(int port) {
        return new Round().run((round, number) -> invited(port, round));
    }

    /** The time of the third frame, as of an invitation: the socket is open, and two have gone before. */
    Samples echoed(int port) {
        return new Round().run((round, number) -> echoed(port, round));
    }

    /** One round: its latencies, and how many are still awaited. */
    private final class Round {
        private final Samples latencies = new Samples();
        private final List<WebSocket> sockets = new ArrayList<>();
        private final AtomicInteger awaited = new AtomicInteger(VISITORS);
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        private interface Visit {
            Future<WebSocket> begin(Round round, int number);
        }

        Samples run(Visit visit) {
            for (int i = 0; i < VISITORS; i++) {
                int visitor = i;
                vertx.setTimer(
                        1 + i * 1_000L / perSecond,
                        _ -> visit.begin(this, visitor).onFailure(done::completeExceptionally));
            }
            try {
                done.orTimeout(VISITORS / perSecond + LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                        .join();
                return latencies;
            } catch (CompletionException e) {
                throw new IllegalStateException(awaited + " of " + VISITORS + " had no answer", e.getCause());
            } finally {
                vertx.runOnContext(_ -> sockets.forEach(WebSocket::close));
                Switchboard.rest(SETTLED);
            }
        }

        void answered(long after, WebSocket socket) {
            latencies.add(after);
            sockets.add(socket);
            if (awaited.decrementAndGet() == 0) {
                done.complete(null);
            }
        }
    }

    private Future<WebSocket> invited(int port, Round round) {
        var options = to(port, "/v1/visitor")
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
                            round.answered(System.nanoTime() - sentAt[0], socket);
                            sentAt[0] = 0;
                        }
                    }
                    default -> {}
                }
            });
            socket.writeTextMessage(PageFrames.hello(Switchboard.name(0), "fr"));
        });
    }

    private Future<WebSocket> echoed(int port, Round round) {
        return client.connect(to(port, "/echo")).onSuccess(socket -> {
            var sent = new int[1];
            var sentAt = new long[1];
            Runnable send = () -> {
                sent[0]++;
                sentAt[0] = System.nanoTime();
                socket.writeTextMessage(PageFrames.looks(sent[0], "provenance"));
            };
            socket.textMessageHandler(text -> {
                long after = System.nanoTime() - sentAt[0];
                var _ = new JsonObject(text);
                if (sent[0] < TIMED) {
                    send.run();
                } else {
                    round.answered(after, socket);
                }
            });
            send.run();
        });
    }

    private static WebSocketConnectOptions to(int port, String path) {
        return new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI(path);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
