package io.overture.redis;

import io.netty.channel.EventLoop;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection's life.
 *
 * <pre>
 *   connecting ──▶ ready ──broke, left a command unanswered, is no master──▶ retired
 *        └──failed──▶ refuses for a moment, then of no use
 * </pre>
 */
final class Link {

    /** After a failed attempt commands fail at once for so long, so that an outage is no storm of connects. */
    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    /** Who says it is no master is asked for so long all the same, so that an outage is no storm of connects either. */
    private static final long DOUBT = Duration.ofMillis(250).toNanos();

    private final Promise<RedisConnection> attempt = Promise.promise();
    private final long opened = System.nanoTime();
    private final long mayConnectFor;
    private final @Nullable EventLoop loop;
    private volatile @Nullable RedisConnection ready;
    private volatile boolean retired;
    private volatile boolean failed;
    private volatile long failedAt;

    /**
     * @param mayConnectFor nanoseconds after which an attempt that neither succeeds nor fails is of no use
     * @param loop that the connection will live on; null: not known
     */
    Link(long mayConnectFor, @Nullable EventLoop loop) {
        this.mayConnectFor = mayConnectFor;
        this.loop = loop;
    }

    void open(Redis redis) {
        try {
            redis.connect().onComplete(this::connected);
        } catch (RuntimeException refused) {
            // An address that is no address.
            connected(Future.failedFuture(refused));
        }
    }

    boolean isOfUse() {
        if (retired || ready != null) {
            return !retired;
        }
        var now = System.nanoTime();
        return failed ? now - failedAt <= PAUSE : now - opened <= mayConnectFor;
    }

    void send(Sending sending, Call call) {
        var connection = ready;
        if (connection != null) {
            send(sending, call, connection);
        } else {
            attempt.future().onComplete(made -> {
                if (made.failed()) {
                    call.lost(TlsFault.orElse(made.cause()));
                } else if (!call.isOver()) {
                    send(sending, call, made.result());
                }
            });
        }
    }

    /** A command waited in vain. A connection in the making may only be slow, and many attempts would be a storm. */
    void leftUnanswered() {
        if (ready != null) {
            retire();
        }
    }

    /** Takes no more commands; what is under way may still be answered. */
    void retire() {
        if (!retired) {
            retired = true;
            attempt.future().onSuccess(Link::goBack);
        }
    }

    /** The same address may lead to another Redis by now, which the next connection finds out: this one is for nobody else. */
    private void leadsNowhere() {
        if (!retired && System.nanoTime() - opened > DOUBT) {
            retired = true;
            attempt.future().onSuccess(connection -> connection.send(Request.cmd(Command.QUIT)));
        }
    }

    private void connected(AsyncResult<RedisConnection> result) {
        if (result.failed()) {
            failedAt = System.nanoTime();
            failed = true;
            attempt.fail(result.cause());
            return;
        }
        var connection = result.result();
        connection.endHandler(nothing -> retired = true);
        connection.exceptionHandler(failure -> retired = true);
        if (loop != null) {
            FlushPerTurn.gather(loop);
        }
        ready = connection;
        attempt.complete(connection);
    }

    private void send(Sending sending, Call call, RedisConnection connection) {
        call.sent();
        sending.on(connection).onComplete(result -> {
            if (result.failed() && ReplyLost.isWhat(result.cause())) {
                retire();
            } else if (result.failed() && Refusal.meansNotHere(result.cause())) {
                leadsNowhere();
            }
            call.answered(result);
        });
    }

    /** To the client's pool, which may give it to others, only once it answers again; a dead one goes by itself. */
    private static void goBack(RedisConnection connection) {
        connection.send(Request.cmd(Command.PING)).onComplete(answer -> connection.close());
    }
}
