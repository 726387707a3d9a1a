package io.overture.redis;

import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One pipelined connection to Redis, made when it is needed and again when it broke. A connection that leaves a command
 * without an answer is trusted with no further one.
 */
final class Lane {

    /** An attempt to connect is given up after so many times what a command waits for it. */
    private static final int ATTEMPT_IN_TIMEOUTS = 5;

    private final Redis redis;
    private final @Nullable EventLoop loop;
    private final long timeout;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Queue<Call> pending = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Link> current = new AtomicReference<>();

    /** @param loop that the connections of the client live on; null: not known */
    Lane(Redis redis, @Nullable EventLoop loop, Duration timeout) {
        this.redis = redis;
        this.loop = loop;
        this.timeout = timeout.toNanos();
    }

    void send(Sending sending, Callback<@Nullable Response> caller) {
        if (inFlight.incrementAndGet() > Lanes.MOST_IN_FLIGHT) {
            inFlight.decrementAndGet();
            caller.hear(null, new StoreUnavailable("more than " + Lanes.MOST_IN_FLIGHT + " commands wait for Redis"));
            return;
        }
        var link = link();
        var call = new Call(caller, link, System.nanoTime() + timeout, inFlight);
        pending.add(call);
        link.send(sending, call);
    }

    boolean isFull() {
        return inFlight.get() >= Lanes.MOST_IN_FLIGHT;
    }

    /** A connection of one's own, to the same Redis. */
    Future<RedisConnection> connect() {
        return redis.connect();
    }

    /** Gives up what has waited too long; to be called a few times within a timeout. */
    void giveUpLate() {
        var now = System.nanoTime();
        pending.removeIf(each -> {
            if (!each.isOver() && each.isLate(now)) {
                each.link().leftUnanswered();
                each.lost("no answer in time");
            }
            return each.isOver();
        });
    }

    /** What is under way may still be answered. */
    void retire() {
        var link = current.get();
        if (link != null) {
            link.retire();
        }
    }

    void close() {
        redis.close();
    }

    private Link link() {
        while (true) {
            var link = current.get();
            if (link != null && link.isOfUse()) {
                return link;
            }
            var fresh = new Link(ATTEMPT_IN_TIMEOUTS * timeout, loop);
            if (current.compareAndSet(link, fresh)) {
                if (link != null) {
                    link.retire();
                }
                fresh.open(redis);
                return fresh;
            }
        }
    }
}
