package io.overture.push;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Does something later. */
@FunctionalInterface
public interface Timers {

    Pending after(Duration delay, Runnable action);

    /** What is still to happen. */
    @FunctionalInterface
    interface Pending {
        void cancel();
    }

    static Timers of(Vertx vertx) {
        return (delay, action) -> {
            long timer = vertx.setTimer(Math.max(1, delay.toMillis()), fired -> action.run());
            return () -> vertx.cancelTimer(timer);
        };
    }
}
