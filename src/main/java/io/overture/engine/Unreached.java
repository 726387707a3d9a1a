package io.overture.engine;

import io.overture.visitor.Due;
import io.overture.visitor.Held;
import io.overture.visitor.Session;
import io.overture.visitor.Verdict;
import java.util.Comparator;
import java.util.Map;

/** A known client whose moment passed while no page of hers could be reached: her own advisor may write to her. */
final class Unreached {

    private Unreached() {}

    /**
     * To be called when these moments have passed.
     *
     * @param session the one they were in; its advisor hears of it once
     */
    static void told(Turn turn, Session session, Map<String, Held> passed) {
        var client = session.client();
        var trigger = passed.entrySet().stream()
                .filter(each -> each.getValue().verdict() == Verdict.UNREACHABLE)
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
        if (client == null || trigger.isEmpty() || !turn.facts.service().hasDesks()) {
            return;
        }
        var sight = Sight.of(turn.visitor, turn.facts, null);
        if (sight != null) {
            turn.visitor = turn.visitor.owing(new Due.Alert(
                    "unreached:" + session.id(),
                    trigger.get(),
                    sight.stake().item(),
                    session.language(),
                    client.id(),
                    client.tier(),
                    sight.ownWeight(),
                    turn.now));
        }
    }
}
