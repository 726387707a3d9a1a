package io.overture.engine;

import io.overture.visitor.Due;
import io.overture.visitor.Session;
import io.overture.visitor.Verdict;

/** A known client who mattered, and whom no page could be shown to: her own advisor may write to her. */
final class Unreached {

    private Unreached() {}

    /** To be called as her session ends. */
    static void told(Turn turn, Session session) {
        var client = session.client();
        if (client == null || !turn.facts.service().hasDesks()) {
            return;
        }
        var sight = Sight.of(turn.visitor, turn.facts, null);
        if (sight == null) {
            return;
        }
        session.moments().entrySet().stream()
                .filter(each -> each.getValue().verdict() == Verdict.UNREACHABLE)
                .map(each -> each.getKey())
                .sorted()
                .findFirst()
                .ifPresent(trigger -> turn.visitor = turn.visitor.owing(new Due.Alert(
                        turn.facts.ids().get(),
                        trigger,
                        sight.stake().item(),
                        session.language(),
                        client.id(),
                        client.tier(),
                        sight.ownWeight(),
                        turn.now)));
    }
}
