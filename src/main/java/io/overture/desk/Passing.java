package io.overture.desk;

import io.overture.engine.Input;
import io.overture.flow.Flow;
import io.overture.visitor.Handoff;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;

/** A conversation passes to the house's own tool or a contact centre: she is shown the way, and it rings at nobody. */
final class Passing {

    private final Flow flow;
    private final CallScript script;
    private final Rings rings;

    Passing(Flow flow, CallScript script, Rings rings) {
        this.flow = flow;
        this.script = script;
        this.rings = rings;
    }

    Uni<Void> over(VisitorKey about, String conversation, int turn, Handoff to) {
        return flow.submit(about, new Input.HandedOver(conversation, turn, to))
                .chain(() -> script.hand(about, conversation, turn))
                .chain(outcome -> outcome.isNews()
                        ? rings.over(about, conversation, outcome, ConsoleFrames.Unring.ELSEWHERE, null)
                        : Uni.createFrom().voidItem());
    }
}
