package io.overture.store;

import io.overture.journal.JournalRecord;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's next value, to be written if nobody else wrote since.
 *
 * @param expected what the step was made from; empty: there was nothing
 * @param nonce of this commit; a retry after a lost reply carries the same
 * @param visitor who is nobody is deleted
 * @param alarm when the durable alarm is to be set; null: none. It is rewritten only if {@code expected} had another
 * @param lifetime after which the value goes by itself
 * @param entries for the journal
 */
public record Commit(
        VisitorKey key,
        Optional<Stored> expected,
        long nonce,
        Visitor visitor,
        @Nullable Instant alarm,
        Duration lifetime,
        List<JournalRecord> entries) {

    public Commit {
        entries = List.copyOf(entries);
    }
}
