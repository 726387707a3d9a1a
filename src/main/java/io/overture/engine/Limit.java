package io.overture.engine;

import io.overture.trigger.Book;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A limit of the book, or of courtesy, that keeps the house silent. */
public enum Limit {
    /** She is in a conversation, or nobody came to it and what is offered instead is before her. */
    OPEN("open"),
    NEVER("never"),
    SETTLE("settle"),
    PER_SESSION("perSession"),
    AFTER_DECLINE("afterDecline"),
    AFTER_DISMISS("afterDismiss"),
    COOLDOWN("cooldown"),
    /** A limit of the region she came from with a passport. */
    ELSEWHERE("elsewhere");

    private final String word;

    Limit(String word) {
        this.word = word;
    }

    /** The book's word for it. */
    public String word() {
        return word;
    }

    /** The limit that blocks, and until when; null: until something else happens. */
    public record Blocked(Limit limit, @Nullable Instant until) {}

    /** The first limit that blocks now. */
    static Optional<Blocked> blocking(Visitor visitor, Session session, Book book, Sight sight, Instant now) {
        var limits = book.limits();
        var conversation = visitor.conversation();
        if (conversation != null && conversation.isBeforeHer()) {
            return Optional.of(new Blocked(OPEN, null));
        }
        if (limits.never() != null && sight.of(limits.never()).contains(now)) {
            return Optional.of(
                    new Blocked(NEVER, sight.of(limits.never()).end(now).orElse(null)));
        }
        var elsewhere = session.inForceElsewhere();
        if (session.tally().shown() + elsewhere.invitations() >= limits.perSession()) {
            return Optional.of(new Blocked(PER_SESSION, null));
        }
        var memory = visitor.memory();
        var declinedAt = later(memory.refusedAt(), elsewhere.declinedAt());
        var dismissedAt = later(memory.dismissedAt(), elsewhere.dismissedAt());
        var invitedAt = later(memory.shownAt(), elsewhere.invitedAt());
        return running(AFTER_DECLINE, declinedAt, limits.afterDecline(), now)
                .or(() -> running(AFTER_DISMISS, dismissedAt, limits.afterDismiss(), now))
                .or(() -> running(COOLDOWN, invitedAt, limits.cooldown(), now))
                .or(() -> running(ELSEWHERE, elsewhere.silentUntil(), Duration.ZERO, now))
                .or(() -> running(SETTLE, session.activity().began(), limits.settle(), now));
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }

    private static Optional<Blocked> running(Limit limit, @Nullable Instant since, Duration length, Instant now) {
        if (since == null || !now.isBefore(since.plus(length))) {
            return Optional.empty();
        }
        return Optional.of(new Blocked(limit, since.plus(length)));
    }
}
