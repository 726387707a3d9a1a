package io.overture.engine;

import io.overture.visitor.Session;
import io.overture.visitor.Stage;
import io.overture.visitor.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When to look at a visitor again if nothing happens to her before. Nothing polls. */
final class Wake {

    private final Turn turn;
    private @Nullable Instant earliest;

    private Wake(Turn turn) {
        this.turn = turn;
    }

    /** The earliest reason after now; null when nothing is to be expected of time alone. */
    static @Nullable Instant at(Turn turn, @Nullable Sight sight) {
        var wake = new Wake(turn);
        wake.forInvitation();
        wake.forDue();
        wake.forStrangers();
        wake.forConversation();
        var session = turn.visitor.session();
        if (session != null && sight != null) {
            wake.add(session.activity().endsAt());
            wake.forTriggers(session, sight);
        }
        return wake.earliest;
    }

    private void add(Instant reason) {
        if (reason.isAfter(turn.now) && (earliest == null || reason.isBefore(earliest))) {
            earliest = reason;
        }
    }

    private void forInvitation() {
        var invitation = turn.visitor.invitation();
        if (invitation == null) {
            return;
        }
        add(invitation.expiresAt());
        if (!invitation.isShown() && !turn.liveTabs().isEmpty()) {
            add(invitation.deliveredAt().plus(Engine.REDELIVERY));
        }
    }

    private void forConversation() {
        var conversation = turn.visitor.conversation();
        if (conversation == null) {
            return;
        }
        var service = turn.facts.service();
        add(conversation.heard().plus(service.silence()));
        if (service.hasDesks()) {
            switch (conversation.stage()) {
                case Stage.Waiting waiting -> add(waiting.rungAt().plus(service.ring()));
                case Stage.Joined joined when !joined.spoke() -> add(joined.at().plus(service.firstWord()));
                default -> {}
            }
        }
    }

    private void forDue() {
        if (!turn.visitor.due().isEmpty()) {
            add(turn.now.plus(Engine.DUE_RETRY));
        }
    }

    /**
     * A page that could not be reached may be at a node this one has yet to hear of: a look when it must have, and, since
     * other steps may come before it, looks for as long as a moment is young.
     */
    private void forStrangers() {
        var session = turn.visitor.session();
        if (session == null || turn.visitor.tabs().isEmpty()) {
            return;
        }
        boolean isYoung = session.moments().values().stream()
                .filter(held -> held.verdict() == Verdict.UNREACHABLE)
                .anyMatch(held -> turn.now.isBefore(held.since().plus(Engine.YOUNG)));
        if (isYoung || turn.entries.stream().anyMatch(Wake::isOutOfReach)) {
            add(turn.now.plus(Engine.ACQUAINTANCE));
        }
    }

    private static boolean isOutOfReach(Entry entry) {
        return entry instanceof Entry.MomentDecided moment && moment.verdict() == Verdict.UNREACHABLE;
    }

    private void forTriggers(Session session, Sight sight) {
        for (var trigger : sight.triggers()) {
            sight.of(trigger).nextStart(turn.now).ifPresent(this::add);
            var held = session.moments().get(trigger.id());
            if (held == null || held.verdict().isFinal()) {
                continue;
            }
            for (var boost : trigger.boosts()) {
                sight.of(boost.when()).nextStart(turn.now).ifPresent(this::add);
            }
            if (held.verdict() != Verdict.LIMITS && held.until() != null) {
                add(held.until());
            }
        }
        if (turn.facts.service().hasDesks() && isAny(session, Verdict.PACING)) {
            add(turn.now.plus(Engine.PACE));
        }
        if (isAny(session, Verdict.LIMITS)) {
            Limit.blocking(turn.visitor, session, turn.facts.book(), sight, turn.now)
                    .map(Limit.Blocked::until)
                    .ifPresent(this::add);
        }
    }

    /** Without a stream: it is asked at every step. */
    private static boolean isAny(Session session, Verdict verdict) {
        for (var held : session.moments().values()) {
            if (held.verdict() == verdict) {
                return true;
            }
        }
        return false;
    }
}
