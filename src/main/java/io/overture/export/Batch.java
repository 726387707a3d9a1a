package io.overture.export;

import io.overture.export.Outgoing.Kind;
import io.overture.journal.JournalItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Records of the journal made ready to be sent, and what is to be saved when they have been.
 *
 * @param unreadable what is no record of the journal
 */
record Batch(List<Outgoing> outgoing, List<JournalItem> unreadable) {

    static Batch of(List<JournalItem> items, CloudEvents events) {
        var outgoing = new ArrayList<Outgoing>(items.size());
        var unreadable = new ArrayList<JournalItem>();
        for (var item : items) {
            Head.of(item.json())
                    .ifPresentOrElse(head -> outgoing.addAll(events.of(item, head)), () -> unreadable.add(item));
        }
        return new Batch(outgoing, unreadable);
    }

    /** Nothing refused stays of a visitor who was forgotten, but that this was not sent. */
    List<Change> changes(Map<Outgoing, Refusal> refused, Instant now) {
        var forgotten = outgoing.stream()
                .filter(each -> each.kind() == Kind.TOMBSTONE)
                .map(Outgoing::item)
                .collect(Collectors.toSet());
        var changes = new ArrayList<Change>();
        unreadable.forEach(
                item -> changes.add(new Change.Refused(Letter.of(item, Optional.empty(), Refusal.UNREADABLE, now))));
        refused.forEach((each, why) -> {
            if (!forgotten.contains(each.item())) {
                changes.add(refused(each, why, now));
            }
        });
        outgoing.stream()
                .filter(each -> each.kind() == Kind.TOMBSTONE)
                .forEach(each -> changes.add(new Change.Forgotten(each.visitor())));
        // Sent again, it is both: the record and the tombstone behind it.
        refused.forEach((each, why) -> {
            if (forgotten.contains(each.item())) {
                changes.add(refused(each, why, now));
            }
        });
        return changes;
    }

    private static Change refused(Outgoing each, Refusal why, Instant now) {
        return new Change.Refused(Letter.of(each.item(), Head.of(each.item().json()), why, now));
    }

    long count(Kind kind) {
        return outgoing.stream().filter(each -> each.kind() == kind).count();
    }

    /** How many records are said to be missing. */
    long missing() {
        return outgoing.stream()
                .map(Outgoing::item)
                .mapToLong(item -> item instanceof JournalItem.Gap gap ? gap.records() : 0)
                .sum();
    }
}
