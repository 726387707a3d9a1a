package io.overture.store;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Response;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A command under way. It is answered once, on the event loop it was asked from, if it was asked from one. */
final class Call {

    private final Answer<@Nullable Response> caller;
    private final Runnable onEnd;
    private final @Nullable Context context = Vertx.currentContext();
    private final AtomicBoolean over = new AtomicBoolean();
    private final long deadline;
    private volatile boolean sent;

    /**
     * @param deadline by {@link System#nanoTime}
     * @param onEnd run once, when it is answered or given up
     */
    Call(Answer<@Nullable Response> caller, long deadline, Runnable onEnd) {
        this.caller = caller;
        this.deadline = deadline;
        this.onEnd = onEnd;
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
        if (!over.compareAndSet(false, true)) {
            return;
        }
        onEnd.run();
        if (context == null || context == Vertx.currentContext()) {
            caller.hear(said, failure);
        } else {
            context.runOnContext(nothing -> caller.hear(said, failure));
        }
    }
}
