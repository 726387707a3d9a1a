package io.overture.store;

import io.vertx.redis.client.Redis;
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
    private final int mostInFlight;
    private final long timeout;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Link> current = new AtomicReference<>();

    private record Pending(Call call, Link link) {}

    Lane(Redis redis, int mostInFlight, Duration timeout) {
        this.redis = redis;
        this.mostInFlight = mostInFlight;
        this.timeout = timeout.toNanos();
    }

    void send(Sending sending, Answer<@Nullable Response> caller) {
        if (inFlight.incrementAndGet() > mostInFlight) {
            inFlight.decrementAndGet();
            caller.hear(null, new StoreUnavailable("more than " + mostInFlight + " commands wait for Redis"));
            return;
        }
        var call = new Call(caller, System.nanoTime() + timeout, inFlight::decrementAndGet);
        var link = link();
        pending.add(new Pending(call, link));
        link.send(sending, call);
    }

    /** Gives up what has waited too long; to be called a few times within a timeout. */
    void giveUpLate() {
        var now = System.nanoTime();
        pending.removeIf(each -> {
            if (!each.call().isOver() && each.call().isLate(now)) {
                each.link().leftUnanswered();
                each.call().lost("no answer in time");
            }
            return each.call().isOver();
        });
    }

    void close() {
        var link = current.get();
        if (link != null) {
            link.retire();
        }
    }

    private Link link() {
        while (true) {
            var link = current.get();
            if (link != null && link.isOfUse()) {
                return link;
            }
            var fresh = new Link(ATTEMPT_IN_TIMEOUTS * timeout);
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
