package io.overture.flow;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.trace.Inbound;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one road: load, step, commit, effects. Steps of one visitor are serial on a node and never lost between nodes. */
public interface Flow {

    /** Whoever sends an input, and hears once what became of it: on whichever thread its step ended. */
    interface Sender {

        void taken(Receipt receipt);

        /** @param why mostly {@link Unavailable}: the same input may be sent again */
        void refused(Throwable why);
    }

    /**
     * Answers once the input is part of her committed value, or changed nothing. Fails with {@link Unavailable} when that
     * is not known: the same input may be sent again.
     */
    Uni<Receipt> submit(VisitorKey key, Input input);

    /** The same, of a followed visitor (not null), as its door saw it come in. */
    default Uni<Receipt> submit(VisitorKey key, Input input, @Nullable Inbound inbound) {
        return submit(key, input);
    }

    /** The same for the busiest door, without what a {@link Uni} takes along. */
    default void submit(VisitorKey key, Input input, @Nullable Inbound inbound, Sender sender) {
        submit(key, input, inbound).subscribe().with(sender::taken, sender::refused);
    }

    /** Her committed value, as the store has it. */
    Uni<Optional<Visitor>> look(VisitorKey key);

    /** Inputs on this node whose step has not ended. */
    int underWay();
}
