package io.overture.offer;

import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Places on the advisors' lists: one is taken before a visitor is told that somebody will see to what was asked. */
@FunctionalInterface
public interface Promises {

    /**
     * Takes a place until the list has the task itself, or for a minute. Taken already: true, and nothing more is taken.
     *
     * @param places where the visitor asks from, as {@link io.overture.visitor.Tab#places} has them
     */
    Uni<Boolean> take(VisitorKey about, Due.Promise promise, List<String> places);
}
