package io.overture.advisor;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** One thing after the other, in the order they came; what comes meanwhile waits. Nothing in it may fail. */
final class Turns {

    private final Deque<Supplier<Uni<Void>>> waiting = new ArrayDeque<>();
    private final int most;
    private boolean busy;

    /** @param most things that wait or are under way */
    Turns(int most) {
        this.most = most;
    }

    /** False: too much waits already. */
    boolean add(Supplier<Uni<Void>> next) {
        synchronized (this) {
            if (waiting.size() + (busy ? 1 : 0) >= most) {
                return false;
            }
            waiting.add(next);
            if (busy) {
                return true;
            }
            busy = true;
        }
        run();
        return true;
    }

    private void run() {
        Supplier<Uni<Void>> next;
        synchronized (this) {
            var first = waiting.poll();
            if (first == null) {
                busy = false;
                return;
            }
            next = first;
        }
        next.get().subscribe().with(done -> run(), failure -> run());
    }
}
