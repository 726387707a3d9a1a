package io.overture.desk;

import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Who carries to visitors what happens to slots. */
public interface SlotListener {

    /** A hold ended, or its advisor is gone and nobody has taken her place. Told again until this has succeeded. */
    Uni<Void> lost(VisitorKey visitor, String offer);

    /** The slot of a stranger who has not answered in a while is wanted for a client. Told again until this succeeds. */
    Uni<Void> yielded(VisitorKey visitor, String offer);

    /**
     * It is the turn of these, who waited for a slot: one is held for each, for two seconds. Told at most once; what
     * follows from it is for the listener to do.
     */
    void free(List<VisitorKey> visitors);
}
