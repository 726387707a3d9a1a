package io.overture.ops.scaling;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long work waits for its turn on the event loops: something that does nothing is put at the end of each loop's queue
 * every now and then, and the longest wait is remembered.
 */
final class EventLoops {

    static final Duration TICK = Duration.ofMillis(250);

    private final Vertx vertx;
    private final AtomicLong longest = new AtomicLong();

    EventLoops(Vertx vertx) {
        this.vertx = vertx;
    }

    /** To be called every {@link #TICK}. */
    void tick() {
        for (EventExecutor loop : vertx.nettyEventLoopGroup()) {
            long asked = System.nanoTime();
            loop.execute(() -> longest.accumulateAndGet(System.nanoTime() - asked, Math::max));
        }
    }

    /** The longest wait since this was last asked, in milliseconds. */
    double delayMillis() {
        return longest.getAndSet(0) / 1e6;
    }
}
