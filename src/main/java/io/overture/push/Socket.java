package io.overture.push;

import io.overture.visitor.Tab;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An open page. Counts what has not left yet, since nothing below pushes back, and gives up on who does not read. */
public final class Socket {

    static final long MOST_PENDING = 256 * 1024;

    /** What a control frame costs in a queue beside its payload: two buffers, an entry and a promise. */
    static final long CONTROL_FRAME = 512;

    private final Tab tab;
    private final Wire wire;
    private final Closings closings;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Runnable missed = () -> {};
    private volatile @Nullable Supplier<Uni<Boolean>> free;

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

    /** @param whether nothing is open with her, so that she may be asked to reconnect; without it she never is */
    public void onAsked(Supplier<Uni<Boolean>> whether) {
        this.free = whether;
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

    /**
     * A ping came, and its answer of {@code length} bytes is on the way. Nobody tells when that has left, so an empty word
     * is sent after it: what was written before it has left when it has.
     */
    public void pinged(int length) {
        if (closing.get()) {
            return;
        }
        long size = length + CONTROL_FRAME;
        if (pending.addAndGet(size) > MOST_PENDING) {
            close(CloseCode.TRY_LATER);
            return;
        }
        wire.pong(() -> pending.addAndGet(-size));
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

    /** Once is enough: who does not follow is left in peace. */
    boolean mayBeAsked() {
        return free != null && !asked.get() && !closing.get();
    }

    Uni<Boolean> isFree() {
        var whether = free;
        return whether == null ? Uni.createFrom().item(false) : whether.get();
    }

    void askToReconnect(Duration after) {
        if (asked.compareAndSet(false, true)) {
            send(Frames.goAway(after));
        }
    }

    /** Whether the service has not ended it by itself. */
    public boolean isOpen() {
        return !closing.get();
    }

    long pending() {
        return pending.get();
    }
}
