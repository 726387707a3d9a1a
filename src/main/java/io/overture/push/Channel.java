package io.overture.push;

import io.overture.redis.Lanes;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of this node's, on a connection that does nothing else. Redis forgets a subscriber whose connection broke
 * without telling anybody, so a beat is sent through it and silence means: begin again. On a cluster the channel may move to
 * another master, which its former one tells.
 *
 * <pre>
 *   connecting ──▶ listening ──ended, moved, or silent for five seconds──▶ connecting …
 * </pre>
 *
 * It changes in one context and locks nothing: the client of Redis calls its handlers with a lock of its own in hand, and
 * takes the same one when a connection is closed.
 */
final class Channel implements AutoCloseable {

    static final Duration BEAT = Duration.ofSeconds(2);
    static final Duration SILENCE = Duration.ofSeconds(5);
    private static final String SIGN_OF_LIFE = "";
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static final Logger LOG = Logger.getLogger(Channel.class);
    private static final Set<String> MESSAGES = Set.of("message", "smessage");
    private static final String MOVED = "sunsubscribe";

    private final Vertx vertx;
    private final Context context;
    private final Lanes lanes;
    private final String name;
    private final Consumer<String> received;
    private final Runnable listening;
    private final long timer;
    private @Nullable RedisConnection connection;
    private int attempt;
    private volatile boolean closed;
    private volatile long heardAt = System.nanoTime();

    Channel(Vertx vertx, Lanes lanes, String name, Consumer<String> received, Runnable listening) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.lanes = lanes;
        this.name = name;
        this.received = received;
        this.listening = listening;
        this.timer = vertx.setPeriodic(BEAT.toMillis(), tick -> inTurn(this::watch));
        inTurn(this::connect);
    }

    @Override
    public void close() {
        closed = true;
        vertx.cancelTimer(timer);
        inTurn(this::drop);
    }

    private void inTurn(Runnable step) {
        context.runOnContext(nothing -> step.run());
    }

    private void watch() {
        if (System.nanoTime() - heardAt > SILENCE.toNanos()) {
            connect();
        }
        lanes.publish(name, SIGN_OF_LIFE);
    }

    /** An attempt that has not come to an end by the next one is not waited for any more. */
    private void connect() {
        if (closed) {
            return;
        }
        int current = ++attempt;
        drop();
        heardAt = System.nanoTime();
        lanes.connect(name)
                .onSuccess(fresh -> inTurn(() -> subscribe(fresh, current)))
                .onFailure(failure -> inTurn(() -> failed(current)));
    }

    private void subscribe(RedisConnection fresh, int current) {
        if (closed || current != attempt) {
            fresh.close();
            return;
        }
        connection = fresh;
        fresh.handler(push -> heard(fresh, push));
        fresh.exceptionHandler(failure -> inTurn(() -> ended(fresh)));
        fresh.endHandler(nothing -> inTurn(() -> ended(fresh)));
        lanes.subscribe(fresh, name)
                .onSuccess(subscribed -> listening.run())
                .onFailure(failure -> inTurn(() -> ended(fresh)));
    }

    private void heard(RedisConnection on, Response push) {
        if (push.size() < 3) {
            return;
        }
        var kind = push.get(0).toString();
        if (kind.equals(MOVED)) {
            inTurn(() -> ended(on));
        }
        if (!MESSAGES.contains(kind)) {
            return;
        }
        var now = System.nanoTime();
        var mayHaveMissed = now - heardAt > SILENCE.toNanos();
        heardAt = now;
        if (mayHaveMissed) {
            listening.run();
        }
        Buffer payload = push.get(2).toBuffer();
        var text = payload.toString();
        if (!text.equals(SIGN_OF_LIFE)) {
            received.accept(text);
        }
    }

    private void ended(RedisConnection which) {
        if (which == connection && !closed && !lanes.isLeaving()) {
            LOG.warn("the subscription of this node ended; it begins again");
            drop();
            connectSoon();
        }
    }

    private void failed(int which) {
        if (which == attempt) {
            LOG.debug("no connection for the subscription of this node yet");
            connectSoon();
        }
    }

    /** Not at once: where Redis is away, every attempt would end at once too. */
    private void connectSoon() {
        int ended = attempt;
        vertx.setTimer(PAUSE.toMillis(), tick -> inTurn(() -> connectAfter(ended)));
    }

    private void connectAfter(int ended) {
        if (ended == attempt) {
            connect();
        }
    }

    private void drop() {
        var former = connection;
        connection = null;
        if (former != null) {
            former.close();
        }
    }
}
