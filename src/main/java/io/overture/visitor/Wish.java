package io.overture.visitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish-listed item.
 *
 * @param earlier its last addition in an earlier visit
 * @param added its last addition
 * @param removed its last removal
 */
public record Wish(
        @Nullable Instant earlier,
        @Nullable Instant added,
        @Nullable Instant removed) {

    static final Wish NEVER = new Wish(null, null, null);

    Wish added(Instant at) {
        return new Wish(earlier, Keep.laterOf(added, at), removed);
    }

    /** Added in a visit that is over, heard of late. */
    Wish addedEarlier(Instant at) {
        return new Wish(Keep.laterOf(earlier, at), Keep.laterOf(added, at), removed);
    }

    Wish removed(Instant at) {
        return new Wish(earlier, added, Keep.laterOf(removed, at));
    }

    /** As the next visit will see it. */
    Wish afterVisit() {
        return new Wish(added, added, removed);
    }

    /** Added in an earlier visit and not removed since. */
    public boolean standsFromEarlier() {
        return earlier != null && (removed == null || earlier.isAfter(removed));
    }

    boolean stands() {
        return added != null && (removed == null || added.isAfter(removed));
    }

    Instant touchedAt() {
        var last = Keep.laterOf(added, removed);
        return last == null ? Instant.EPOCH : last;
    }
}
