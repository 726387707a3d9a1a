package io.overture.wire;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What must come in time, again and again, on one connection. A request that comes in time sets no timer and cancels none:
 * one that runs already is left to run, and looks when it ends how much of the latest wait is still to come. On the event
 * loop of the connection, by the clock of that loop.
 */
final class Deadline {

    private final Channel channel;
    private final long most;
    private final Runnable onLate;
    private @Nullable ScheduledFuture<?> timer;
    private boolean isAwaited;
    /** Of the latest wait, what is left when the timer ends. */
    private long left;

    /** @param onLate may begin the next wait */
    Deadline(Channel channel, Duration most, Runnable onLate) {
        this.channel = channel;
        this.most = most.toNanos();
        this.onLate = onLate;
    }

    boolean isAwaited() {
        return isAwaited;
    }

    void begins() {
        isAwaited = true;
        var running = timer;
        if (running == null) {
            timer = after(most);
            left = 0;
        } else {
            left = most - running.getDelay(TimeUnit.NANOSECONDS);
        }
    }

    /** It came. */
    void met() {
        isAwaited = false;
    }

    /** Nothing is to come any more. */
    void ends() {
        isAwaited = false;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void look() {
        timer = null;
        if (!isAwaited) {
            return;
        }
        if (left > 0) {
            timer = after(left);
            left = 0;
        } else {
            isAwaited = false;
            onLate.run();
        }
    }

    private ScheduledFuture<?> after(long nanos) {
        return channel.eventLoop().schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    }
}
