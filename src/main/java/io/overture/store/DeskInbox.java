package io.overture.store;

import io.overture.engine.Effect;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;

/** Where the desk picks up what it is told, heaviest first. */
public interface DeskInbox {

    /** Done at least once; keyed by {@link Due#id()}, so that twice is once. */
    Uni<Void> tell(VisitorKey about, Due due);

    /** Something an advisor may see at once or never: fire and forget. */
    void whisper(VisitorKey about, Effect.ForAdvisor effect);
}
