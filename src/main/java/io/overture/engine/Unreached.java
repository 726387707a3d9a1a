package io.overture.engine;

import io.overture.visitor.Due;
import io.overture.visitor.Session;
import io.overture.visitor.Verdict;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/** A known client whose moment passed while no page of hers could be reached: her own advisor may write to her. */
final class Unreached {

    private Unreached() {}

    /**
     * To be called when moments have passed.
     *
     * @param session as it was while they held; her advisor hears of it once
     * @param lasting the triggers whose moments go on
     */
    static void told(Turn turn, Session session, Set<String> lasting) {
        var client = session.client();
        if (client == null || !turn.facts.service().hasDesks()) {
            return;
        }
        var trigger = session.moments().entrySet().stream()
                .filter(each -> each.getValue().verdict() == Verdict.UNREACHABLE && !lasting.contains(each.getKey()))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
        var sight = trigger.isEmpty() ? null : Sight.of(turn.visitor, turn.facts, null);
        if (sight != null) {
            turn.visitor = turn.visitor.owing(new Due.Alert(
                    "unreached:" + session.id(),
                    trigger.get(),
                    sight.stake().item(),
                    session.language(),
                    client.id(),
                    client.tier(),
                    sight.ownWeight(),
                    turn.now,
                    sight.stake().isKnown()));
        }
    }
}
