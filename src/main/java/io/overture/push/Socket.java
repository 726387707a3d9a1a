package io.overture.push;

import io.overture.visitor.Tab;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** An open page. Counts what has not left yet, since nothing below pushes back, and gives up on who does not read. */
public final class Socket {

    static final long MOST_PENDING = 256 * 1024;

    private final Tab tab;
    private final Wire wire;
    private final Closings closings;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile Runnable missed = () -> {};

    Socket(Tab tab, Wire wire, Closings closings) {
        this.tab = tab;
        this.wire = wire;
        this.closings = closings;
    }

    /** Told of every socket the service ends by itself. */
    @FunctionalInterface
    interface Closings {
        void closed(CloseCode code);
    }

    /** How she is reached here; its socket id is unguessable and never used again. */
    public Tab tab() {
        return tab;
    }

    /** @param missed called when something that was sent here from another node may have been lost on its way */
    public void onMissed(Runnable missed) {
        this.missed = missed;
    }

    public void send(String frame) {
        if (closing.get()) {
            return;
        }
        int length = frame.length();
        if (pending.addAndGet(length) > MOST_PENDING) {
            close(CloseCode.TRY_LATER);
            return;
        }
        wire.write(frame, () -> pending.addAndGet(-length));
    }

    public void ping() {
        if (!closing.get()) {
            wire.ping();
        }
    }

    /** Once; whatever is sent afterwards is nobody's. */
    public void close(CloseCode code) {
        if (closing.compareAndSet(false, true)) {
            closings.closed(code);
            wire.close(code.code(), code.reason());
        }
    }

    /** Something may have been lost. */
    public void missed() {
        if (!closing.get()) {
            missed.run();
        }
    }

    long pending() {
        return pending.get();
    }
}
