package io.overture.engine;

import io.overture.trigger.Facts;
import io.overture.visitor.Passport.InForce;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What keeps the house silent towards a visitor, as another region must know it: by our limits, and for its own. */
public final class Reserve {

    /** A limit without an end of its own is carried for so long: no visit is longer. */
    static final Duration ENDLESS = Duration.ofDays(1);

    private Reserve() {}

    public static InForce of(Visitor visitor, Session session, Instant clock, Facts facts) {
        var now = clock.isBefore(visitor.steppedAt()) ? visitor.steppedAt() : clock;
        var memory = visitor.memory();
        var here = new InForce(
                silentUntil(visitor, session, now, facts),
                memory.shownAt(),
                memory.refusedAt(),
                memory.dismissedAt(),
                session.tally().shown(),
                facts.holdsOut(session));
        return here.and(session.inForceElsewhere());
    }

    private static @Nullable Instant silentUntil(Visitor visitor, Session session, Instant now, Facts facts) {
        var limits = facts.book().limits();
        var memory = visitor.memory();
        return Stream.of(
                        end(memory.refusedAt(), limits.afterDecline()),
                        end(memory.dismissedAt(), limits.afterDismiss()),
                        end(memory.shownAt(), limits.cooldown()),
                        endless(visitor, session, now, facts))
                .flatMap(Optional::stream)
                .filter(until -> until.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A conversation, the book's {@code never}, and a session that has had its invitations. */
    private static Optional<Instant> endless(Visitor visitor, Session session, Instant now, Facts facts) {
        var sight = Sight.of(visitor, facts, null);
        return sight == null
                ? Optional.empty()
                : Limit.blocking(visitor, session, facts.book(), sight, now)
                        .filter(blocked -> switch (blocked.limit()) {
                            case OPEN, NEVER, PER_SESSION -> true;
                            case AFTER_DECLINE, AFTER_DISMISS, COOLDOWN, ELSEWHERE, SETTLE -> false;
                        })
                        .map(blocked -> blocked.until() == null ? now.plus(ENDLESS) : blocked.until());
    }

    private static Optional<Instant> end(@Nullable Instant since, Duration length) {
        return Optional.ofNullable(since).map(at -> at.plus(length));
    }
}
