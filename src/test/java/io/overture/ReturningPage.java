package io.overture;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A page that keeps its socket as the script in the shop does ({@code beacon/src/socket.ts}): asked to go it comes back after
 * the time it was told, cut off it waits with full jitter, and every time it greets anew. Everything happens on one event
 * loop of the given Vert.x, which must have no other.
 */
public final class ReturningPage implements AutoCloseable {

    private static final long PATIENCE = 10_000;
    private static final long NEVER = -1;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final URI base;
    private final Supplier<String> hello;
    private final Returns returns;
    private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
    private @Nullable WebSocket socket;
    private int connection;
    private int attempt;
    private long renewal = NEVER;
    private long overdue = NEVER;
    private long lostAt = NEVER;
    private volatile boolean welcome;
    private volatile boolean closed;

    /** @param hello the frame that says who she is */
    public ReturningPage(Vertx vertx, WebSocketClient client, URI base, Supplier<String> hello, Returns returns) {
        this.vertx = vertx;
        this.client = client;
        this.base = base;
        this.hello = hello;
        this.returns = returns;
        vertx.runOnContext(now -> open());
    }

    /** Whether it has been greeted on the socket it has. */
    public boolean isWelcome() {
        return welcome;
    }

    /** Frames of a type so far, on whichever socket. */
    public List<JsonObject> all(String type) {
        return frames.stream()
                .filter(frame -> type.equals(frame.getString("type")))
                .toList();
    }

    /** Lost if there is no socket now. */
    public void send(JsonObject frame) {
        vertx.runOnContext(now -> {
            if (socket != null && welcome) {
                socket.writeTextMessage(frame.encode());
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        vertx.runOnContext(now -> hangUp());
    }

    private void open() {
        if (closed) {
            return;
        }
        int current = ++connection;
        var options = new WebSocketConnectOptions()
                .setHost(base.getHost())
                .setPort(base.getPort())
                .setURI("/v1/visitor")
                .addHeader("Origin", "http://localhost:8080")
                .addSubProtocol("overture.v1");
        await(PATIENCE, this::reopen);
        client.connect(options).onComplete(dialled -> {
            if (current != connection || closed) {
                dialled.map(WebSocket::close);
            } else if (dialled.failed()) {
                reopen();
            } else {
                greet(dialled.result(), current);
            }
        });
    }

    private void greet(WebSocket opened, int current) {
        socket = opened;
        opened.textMessageHandler(text -> {
            if (current == connection) {
                heard(new JsonObject(text));
            }
        });
        opened.closeHandler(ended -> {
            if (current == connection) {
                reopen();
            }
        });
        opened.writeTextMessage(hello.get());
    }

    private void heard(JsonObject frame) {
        frames.add(frame);
        switch (frame.getString("type")) {
            case "welcome" -> {
                await(NEVER, () -> {});
                attempt = 0;
                welcome = true;
                if (lostAt != NEVER) {
                    returns.isBack(Duration.ofNanos(System.nanoTime() - lostAt));
                    lostAt = NEVER;
                }
            }
            case "go_away" -> renew(frame.getLong("reconnectAfter"));
            default -> {}
        }
    }

    private void reopen() {
        hangUp();
        renew(backoff(++attempt));
    }

    private void renew(long after) {
        vertx.cancelTimer(renewal);
        renewal = vertx.setTimer(Math.max(1, after), now -> {
            hangUp();
            if (!closed) {
                returns.dials();
                open();
            }
        });
    }

    private void hangUp() {
        var former = socket;
        connection++;
        socket = null;
        if (welcome) {
            lostAt = System.nanoTime();
        }
        welcome = false;
        vertx.cancelTimer(renewal);
        await(NEVER, () -> {});
        if (former != null) {
            former.close();
        }
    }

    private void await(long millis, Runnable otherwise) {
        vertx.cancelTimer(overdue);
        overdue = millis == NEVER ? NEVER : vertx.setTimer(millis, now -> otherwise.run());
    }

    private static long backoff(int attempt) {
        double ceiling = Math.min(19_500, 500 * Math.pow(2, attempt));
        return (long) (500 + ThreadLocalRandom.current().nextDouble() * ceiling);
    }
}
