package io.overture.flow;

import io.overture.engine.Effect;
import io.overture.store.DeskInbox;
import io.overture.store.Homeward;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;

/** What is due goes to the desk, or to the region it is for; that somebody is to be forgotten goes to both. */
record Outbox(DeskInbox desk, Homeward homeward) implements DeskInbox {

    @Override
    public Uni<Void> tell(VisitorKey about, Due due) {
        return switch (due) {
            case Due.Returned returned -> homeward.tell(about, returned);
            case Due.Forget forget -> desk.tell(about, forget).chain(() -> homeward.forget(about));
            default -> desk.tell(about, due);
        };
    }

    @Override
    public void whisper(VisitorKey about, Effect.ForAdvisor effect) {
        desk.whisper(about, effect);
    }
}
