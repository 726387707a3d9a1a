package io.overture.push;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps a socket alive and finds out when it is not: pings it, and closes it when nothing, not even a pong, has come for
 * twice the time between pings. Used from the socket's own event loop.
 */
public final class Pulse {

    private final Socket socket;
    private final Timers timers;
    private final LongSupplier nanos;
    private final Duration heartbeat;
    private Timers.Pending beat = () -> {};
    private Timers.Pending watch = () -> {};
    private long heardAt;

    /** @param nanos a clock that only goes forward, from wherever it likes */
    public Pulse(Socket socket, Timers timers, LongSupplier nanos, Duration heartbeat) {
        this.socket = socket;
        this.timers = timers;
        this.nanos = nanos;
        this.heartbeat = heartbeat;
        this.heardAt = nanos.getAsLong();
    }

    public void start() {
        beat();
        watch();
    }

    /** Anything at all came. */
    public void heard() {
        heardAt = nanos.getAsLong();
    }

    public void stop() {
        beat.cancel();
        watch.cancel();
    }

    private void beat() {
        beat = timers.after(heartbeat, () -> {
            socket.ping();
            beat();
        });
    }

    private void watch() {
        var silence = Duration.ofNanos(nanos.getAsLong() - heardAt);
        var left = heartbeat.multipliedBy(2).minus(silence);
        if (left.isPositive()) {
            watch = timers.after(left, this::watch);
        } else {
            socket.close(CloseCode.SILENT);
        }
    }
}
