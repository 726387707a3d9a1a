package io.overture.intake;

import java.time.Duration;

/** Does something later. */
@FunctionalInterface
interface Timers {

    Pending after(Duration delay, Runnable action);

    /** What is still to happen. */
    @FunctionalInterface
    interface Pending {
        void cancel();
    }
}
