package io.overture.aftercare;

import io.overture.client.Dealing;
import io.overture.client.History;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a client may be leaving. Nobody tells a shop so; what tells is that she departs from her own rhythm. Recency and
 * frequency against her own past foretell it best (Buckinx and Van den Poel, "Customer base analysis: partial defection of
 * behaviourally loyal clients", EJOR 164, 2005); one bad sign is a bad week, so two must agree. The numbers are the
 * house's, and in {@code docs/aftercare.md}.
 */
final class Defection {

    static final Duration RHYTHM = Duration.ofDays(45);
    static final Duration RETURNS_WITHIN = Duration.ofDays(90);
    /** No advisor is told of the same client again before. */
    static final Duration REST = Duration.ofDays(90);

    private static final int LEAST_VISITS_BEFORE = 4;
    private static final int RETURNS = 2;
    private static final int UNANSWERED = 2;
    private static final int AGREEING = 2;

    /** What tells that she may be leaving. */
    enum Sign {
        /** Fewer than half the visits of the time before, which were some. */
        VISITS_FALLING,
        /** She sends back what she bought. */
        RETURNS,
        /** The last attempts to reach her were in vain. */
        CONTACTS_UNANSWERED
    }

    private Defection() {}

    static Set<Sign> signs(History history, Instant now) {
        var signs = EnumSet.noneOf(Sign.class);
        if (areVisitsFalling(history, now)) {
            signs.add(Sign.VISITS_FALLING);
        }
        if (returns(history, now) >= RETURNS) {
            signs.add(Sign.RETURNS);
        }
        if (history.contactsUnanswered() >= UNANSWERED) {
            signs.add(Sign.CONTACTS_UNANSWERED);
        }
        return signs;
    }

    /** Whether it is time to tell her advisor. */
    static boolean isToBeTold(History history, Instant now) {
        var told = history.signalled();
        return (told == null || !now.isBefore(told.plus(REST)))
                && signs(history, now).size() >= AGREEING;
    }

    /** Whether visits that stop could bring it about with nothing else happening: one other sign, and visits that could fall. */
    static boolean isToBeWatched(History history, Instant now) {
        var signs = signs(history, now);
        return !signs.isEmpty()
                && !signs.contains(Sign.VISITS_FALLING)
                && visits(history, now.minus(RHYTHM.multipliedBy(2)), now) >= LEAST_VISITS_BEFORE;
    }

    private static boolean areVisitsFalling(History history, Instant now) {
        long lately = visits(history, now.minus(RHYTHM), now);
        long before = visits(history, now.minus(RHYTHM.multipliedBy(2)), now.minus(RHYTHM));
        return before >= LEAST_VISITS_BEFORE && 2 * lately < before;
    }

    /** After {@code from}, and not after {@code to}. */
    private static long visits(History history, Instant from, Instant to) {
        return history.visits().stream()
                .filter(visit -> visit.isAfter(from) && !visit.isAfter(to))
                .count();
    }

    /** Orders of which something came back, asked for and received being one. */
    private static long returns(History history, Instant now) {
        return history.dealings().stream()
                .filter(Dealing::isReturn)
                .filter(dealing -> dealing.at().isAfter(now.minus(RETURNS_WITHIN)))
                .map(dealing -> dealing.order() == null ? dealing.id() : dealing.order())
                .distinct()
                .count();
    }
}
