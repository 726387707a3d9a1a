package io.overture.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;

/** Dossiers, as the console shows them. Both fail with a store failure when she cannot be looked up now. */
public interface Dossiers {

    /** Opens one: noted before anything is shown. {@code who} is the principal's name. */
    Uni<ObjectNode> open(VisitorKey visitor, String conversation, Role role, String who);

    /** One that was opened before, as it stands now. */
    Uni<ObjectNode> of(VisitorKey visitor, String conversation, Role role);
}
