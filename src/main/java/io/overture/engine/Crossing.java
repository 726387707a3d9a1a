package io.overture.engine;

import io.overture.visitor.Due;
import io.overture.visitor.Memory;
import io.overture.visitor.Outcome;
import io.overture.visitor.Passport;
import io.overture.visitor.Visitor;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Passports, at both ends: what a visitor brings from home holds here for a session, and what happens here counts at home.
 */
final class Crossing {

    private final Turn turn;

    Crossing(Turn turn) {
        this.turn = turn;
    }

    Receipt honoured(Passport passport) {
        var session = turn.visitor.session();
        if (session == null) {
            return Receipt.WITHHELD;
        }
        var next = session.honouring(passport);
        if (next == session) {
            return Receipt.REPEATED;
        }
        turn.visitor = turn.visitor.with(turn.visitor.memory(), next);
        turn.entries.add(new Entry.PassportUsed(Entry.PassportUse.HONOURED));
        silence();
        return Receipt.TAKEN;
    }

    /** What happened elsewhere counts as if it had happened here, once; an instant of the future is now. */
    Receipt returned(Input.Returned returned) {
        var memory = turn.visitor.memory();
        if (turn.isNobody() || !memory.journalId().equals(returned.of())) {
            return Receipt.WITHHELD;
        }
        var next = counted(memory, returned);
        if (next.equals(memory)) {
            return Receipt.REPEATED;
        }
        turn.visitor = turn.visitor.with(next, turn.visitor.session());
        turn.entries.add(new Entry.PassportUsed(Entry.PassportUse.RETURNED));
        silence();
        return Receipt.TAKEN;
    }

    private Memory counted(Memory memory, Input.Returned returned) {
        var next = memory;
        if (returned.invitedAt() != null) {
            next = next.shown(past(returned.invitedAt()));
        }
        if (returned.declinedAt() != null) {
            next = next.refused(past(returned.declinedAt()));
        }
        return next;
    }

    private Instant past(Instant at) {
        return at.isAfter(turn.now) ? turn.now : at;
    }

    /** An invitation that nobody has seen is taken back when limits that have just become known speak against it. */
    private void silence() {
        var invitation = turn.visitor.invitation();
        var session = turn.visitor.session();
        var sight = Sight.of(turn.visitor, turn.facts, null);
        if (invitation != null
                && !invitation.isShown()
                && session != null
                && sight != null
                && Limit.blocking(turn.visitor, session, turn.facts.book(), sight, turn.now)
                        .isPresent()) {
            turn.close(Outcome.WITHDRAWN, Effect.Reason.WITHDRAWN);
        }
    }

    /** To be called when all that happened in this step is decided. */
    static void told(Turn turn, Visitor before) {
        var session = turn.visitor.session() == null ? before.session() : turn.visitor.session();
        var passport = session == null ? null : session.passport();
        if (turn.isNobody() || passport == null || passport.pseudonym() == null) {
            return;
        }
        var memory = turn.visitor.memory();
        var invitedAt = since(passport, memory.shownAt());
        var declinedAt = since(passport, memory.refusedAt());
        boolean isNews = !Objects.equals(memory.shownAt(), before.memory().shownAt())
                || !Objects.equals(memory.refusedAt(), before.memory().refusedAt());
        if (isNews && (invitedAt != null || declinedAt != null)) {
            turn.visitor = turn.visitor.owing(new Due.Returned(
                    "returned:" + turn.facts.ids().get(),
                    passport.from(),
                    passport.pseudonym(),
                    invitedAt,
                    declinedAt));
        }
    }

    private static @Nullable Instant since(Passport passport, @Nullable Instant at) {
        return at == null || at.isBefore(passport.since()) ? null : at;
    }
}
