package io.overture.flow;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.trace.Inbound;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits to happen to one visitor on this node. One batch is under way at a time. */
final class Mailbox {

    /** More than this does not wait for one visitor. */
    static final int MOST_WAITING = 256;

    /** As much of it goes into one step. */
    static final int MOST_IN_A_STEP = 64;

    /** An input, and who wants to know what became of it; how it came in, if the visitor is followed. */
    record Letter(
            Input input,
            UniEmitter<? super Receipt> answer,
            @Nullable Inbound inbound) {}

    private final Deque<Letter> waiting = new ArrayDeque<>();
    private boolean underWay;
    private boolean abandoned;

    enum Posted {
        /** The caller runs the next batch. */
        FIRST,
        WAITING,
        FULL,
        /** The box was emptied and let go of meanwhile: take another. */
        GONE
    }

    synchronized Posted post(Letter letter) {
        if (abandoned) {
            return Posted.GONE;
        }
        if (waiting.size() >= MOST_WAITING) {
            return Posted.FULL;
        }
        waiting.add(letter);
        if (underWay) {
            return Posted.WAITING;
        }
        underWay = true;
        return Posted.FIRST;
    }

    /** The next batch; empty: there is none, and this box is not to be used again. */
    synchronized List<Letter> next() {
        var batch = new ArrayList<Letter>();
        while (batch.size() < MOST_IN_A_STEP && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        abandoned = batch.isEmpty();
        return batch;
    }
}
