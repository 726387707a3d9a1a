package io.overture.engine;

import io.overture.visitor.Invitation;
import java.time.Duration;

/** An invitation an advisor makes in person: within the limits of every other, and answered by her. */
final class ByHand {

    /** What stands in for a trigger's id. */
    static final String TRIGGER = "advisor";

    private static final String COPY = "assistance";
    private static final Duration EXPIRES = Duration.ofMinutes(2);

    private final Turn turn;

    ByHand(Turn turn) {
        this.turn = turn;
    }

    Receipt invited(Input.Invited invited) {
        var open = turn.visitor.invitation();
        if (open != null && open.id().equals(invited.id())
                || turn.visitor.closed().stream().anyMatch(each -> each.id().equals(invited.id()))) {
            return Receipt.REPEATED;
        }
        var session = turn.visitor.session();
        var sight = Sight.of(turn.visitor, turn.facts, null);
        var tabs = turn.liveTabs().stream()
                .filter(tab -> !invited.closed().contains(tab))
                .toList();
        if (session == null || sight == null || tabs.isEmpty()) {
            return Receipt.UNREACHABLE;
        }
        if (open != null
                || turn.facts.holdsOut(session)
                || Limit.blocking(turn.visitor, session, turn.facts.book(), sight, turn.now)
                        .isPresent()) {
            return Receipt.LIMITED;
        }
        var words = turn.facts.book().copy(COPY, session.language());
        var invitation = new Invitation(
                invited.id(),
                TRIGGER,
                sight.stake().item(),
                sight.ownWeight(),
                words.copy(),
                words.language(),
                invited.channels(),
                turn.now,
                turn.now.plus(EXPIRES),
                turn.now,
                null,
                false,
                invited.by());
        turn.offered(invitation, session, tabs);
        return Receipt.TAKEN;
    }
}
