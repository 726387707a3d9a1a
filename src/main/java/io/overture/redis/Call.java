package io.overture.redis;

import io.vertx.core.AsyncResult;
import io.vertx.core.impl.ContextInternal;
import io.vertx.redis.client.Response;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A command under way. It is answered once, on the event loop it was asked from, if it was asked from one. */
final class Call {

    /** Null once it has heard, so that what it holds need not wait until late calls are looked for. */
    private volatile @Nullable Callback<@Nullable Response> caller;

    private final Link link;
    private final AtomicInteger inFlight;
    private final @Nullable ContextInternal context = ContextInternal.current();
    private final AtomicBoolean over = new AtomicBoolean();
    private final long deadline;
    private volatile boolean sent;

    /**
     * @param deadline by {@link System#nanoTime}
     * @param inFlight of which it is one until it is answered or given up
     */
    Call(Callback<@Nullable Response> caller, Link link, long deadline, AtomicInteger inFlight) {
        this.caller = caller;
        this.link = link;
        this.deadline = deadline;
        this.inFlight = inFlight;
    }

    /** That it goes over. */
    Link link() {
        return link;
    }

    /** From now on Redis may have it. */
    void sent() {
        sent = true;
    }

    void answered(AsyncResult<Response> result) {
        if (result.succeeded()) {
            end(result.result(), null);
        } else if (ReplyLost.isWhat(result.cause())) {
            lost(result.cause().getMessage());
        } else {
            end(null, result.cause());
        }
    }

    /** No answer will come. */
    void lost(@Nullable String why) {
        end(null, sent ? new ReplyLost(why) : new StoreUnavailable("there is no connection to Redis: " + why));
    }

    boolean isOver() {
        return over.get();
    }

    boolean isLate(long now) {
        return now - deadline >= 0;
    }

    private void end(@Nullable Response said, @Nullable Throwable failure) {
        var waiting = caller;
        if (waiting == null || !over.compareAndSet(false, true)) {
            return;
        }
        caller = null;
        inFlight.decrementAndGet();
        if (context == null || context == ContextInternal.current()) {
            waiting.hear(said, failure);
        } else {
            // At once, where the answer came on the very loop.
            context.emit(said, its -> waiting.hear(its, failure));
        }
    }
}
