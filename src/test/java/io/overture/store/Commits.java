package io.overture.store;

import io.overture.engine.Entry;
import io.overture.journal.JournalRecord;
import io.overture.visitor.Memory;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Commits as tests speak of them. */
public final class Commits {

    public static final Instant NOW = AnyVisitor.NOW;
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final AtomicLong NONCES = new AtomicLong(1);

    private Commits() {}

    /** Somebody of whom only this word is remembered. */
    public static Visitor remembering(String word) {
        var nothing = Visitor.NOBODY.memory();
        var memory = new Memory(
                word,
                nothing.visits(),
                nothing.ended(),
                nothing.wishes(),
                nothing.favours(),
                nothing.seen(),
                nothing.cart(),
                nothing.purchases(),
                null,
                null,
                null,
                null);
        return Visitor.NOBODY.with(memory, null).steppedAt(NOW);
    }

    public static Commit first(VisitorKey key, Visitor visitor) {
        return of(key, Optional.empty(), visitor, null);
    }

    public static Commit of(VisitorKey key, Optional<Stored> expected, Visitor visitor, @Nullable Instant alarm) {
        var entry = new JournalRecord(
                NOW,
                key.site(),
                "journal-name",
                new Entry.InvitationShown(visitor.memory().journalId(), "trigger"));
        return new Commit(key, expected, NONCES.getAndIncrement(), visitor, alarm, LIFETIME, List.of(entry));
    }
}
