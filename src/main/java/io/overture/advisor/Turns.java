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
    private boolean ended;

    /** @param most things that wait or are under way */
    Turns(int most) {
        this.most = most;
    }

    /** False: too much waits already, or it has ended. */
    boolean add(Supplier<Uni<Void>> next) {
        synchronized (this) {
            if (ended || waiting.size() + (busy ? 1 : 0) >= most) {
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

    /** The last thing; what still waits is not done any more, and nothing is taken after it. */
    void end(Supplier<Uni<Void>> last) {
        synchronized (this) {
            waiting.clear();
            waiting.add(last);
            ended = true;
            if (busy) {
                return;
            }
            busy = true;
        }
        run();
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
