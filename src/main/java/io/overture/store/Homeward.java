package io.overture.store;

import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;

/** Where home regions are told what happened here to visitors who came with their passports. */
public interface Homeward {

    /** Done at least once; what is told later says all that was told before. */
    Uni<Void> tell(VisitorKey about, Due.Returned due);

    /** Nothing of this visitor is told any more, and nothing that other regions tell of them finds anybody. */
    Uni<Void> forget(VisitorKey about);
}
