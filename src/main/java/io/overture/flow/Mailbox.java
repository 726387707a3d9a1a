package io.overture.flow;

import io.overture.engine.Input;
import io.overture.trace.Inbound;
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
    record Letter(Input input, Flow.Sender sender, @Nullable Inbound inbound) {}

    /** Made when more than one letter is here: most boxes see one, and are let go of. */
    private @Nullable Deque<Letter> waiting;

    private @Nullable Letter only;
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
        if (waiting != null && waiting.size() >= MOST_WAITING) {
            return Posted.FULL;
        }
        add(letter);
        if (underWay) {
            return Posted.WAITING;
        }
        underWay = true;
        return Posted.FIRST;
    }

    /** The next batch; empty: there is none, and this box is not to be used again. */
    synchronized List<Letter> next() {
        var single = only;
        if (single != null) {
            only = null;
            return List.of(single);
        }
        var many = waiting;
        if (many == null || many.isEmpty()) {
            abandoned = true;
            return List.of();
        }
        var batch = new ArrayList<Letter>(Math.min(many.size(), MOST_IN_A_STEP));
        while (batch.size() < MOST_IN_A_STEP && !many.isEmpty()) {
            batch.add(many.remove());
        }
        return batch;
    }

    private void add(Letter letter) {
        if (waiting == null && only == null) {
            only = letter;
            return;
        }
        if (waiting == null) {
            waiting = new ArrayDeque<>();
        }
        if (only != null) {
            waiting.add(only);
            only = null;
        }
        waiting.add(letter);
    }
}
