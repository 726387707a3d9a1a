package io.overture.desk;

import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Who carries to visitors what happens to slots. */
public interface SlotListener {

    /** A hold ended, or its advisor is gone and nobody has taken her place. Told again until this has succeeded. */
    Uni<Void> lost(VisitorKey visitor, String offer);

    /** Slots came free that these waited for, the heaviest first. Told at most once. */
    void free(List<VisitorKey> visitors);
}
