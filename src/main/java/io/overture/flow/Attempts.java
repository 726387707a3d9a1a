package io.overture.flow;

import io.overture.engine.Engine;
import io.overture.engine.Entry;
import io.overture.engine.Input;
import io.overture.engine.Step;
import io.overture.journal.JournalRecord;
import io.overture.offer.Promises;
import io.overture.offer.Slots;
import io.overture.redis.Callback;
import io.overture.redis.StoreUnavailable;
import io.overture.store.DeskInbox;
import io.overture.store.Visitors;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Load, step, hold, commit; and when another node was faster, step again on what it wrote. An offer is committed only with
 * an advisor's slot held for it, a promise only with a place on a list. The same slot serves the offer of the next try; what
 * nobody needs in the end is given back, and where that is not known it runs out by itself.
 */
final class Attempts {

    /** After so many conflicts the caller is told to try again. */
    static final int MOST_CONFLICTS = 5;

    final Slots slots;
    final Promises promises;
    final DeskInbox desk;
    final World world;
    final Cache cache;
    final InstantSource clock;
    final LongSupplier nonces;
    private final Duration memoryLifetime;

    Attempts(
            Slots slots,
            Promises promises,
            DeskInbox desk,
            World world,
            Cache cache,
            InstantSource clock,
            LongSupplier nonces,
            Duration memoryLifetime) {
        this.slots = slots;
        this.promises = promises;
        this.desk = desk;
        this.world = world;
        this.cache = cache;
        this.clock = clock;
        this.nonces = nonces;
        this.memoryLifetime = memoryLifetime;
    }

    /** A step that is committed, or that had nothing to commit. */
    record Done(Step step, @Nullable Instant alarm, int roundTrips, int conflicts, Duration took) {}

    /** Another node kept being faster. */
    static final class Contended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Contended() {
            super("contended", null, false, false);
        }
    }

    /** A word for why an attempt failed. */
    static String cause(Throwable failure) {
        return switch (failure) {
            case StoreUnavailable away -> away.reason().word();
            case Contended contended -> Refusals.CONTENDED;
            default -> Refusals.INTERNAL;
        };
    }

    /**
     * @param store the same one, which may watch what is asked of it
     * @param then told once, on whichever thread the last answer came
     */
    void run(VisitorKey key, List<Input> inputs, Visitors store, Callback<Done> then) {
        new Attempt(this, key, inputs, store, then).begin();
    }

    /** The durable alarm is rewritten only when it moves earlier or has fired: an early wake is harmless. */
    static @Nullable Instant durable(@Nullable Instant set, @Nullable Instant wakeAt, Instant now) {
        if (wakeAt == null || set == null || !set.isAfter(now)) {
            return wakeAt;
        }
        return wakeAt.isBefore(set) ? wakeAt : set;
    }

    Duration lifetime(Visitor visitor, Instant now) {
        var withdrawal = visitor.withdrawal();
        if (!visitor.memory().journalId().isEmpty() || withdrawal == null) {
            return memoryLifetime;
        }
        var left = Duration.between(now, withdrawal.heard().plus(Engine.TOMBSTONE));
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    /** A visitor who is forgotten has no name afterwards: that she was is said by the one she had. */
    List<JournalRecord> records(VisitorKey key, Visitor before, Step step, Instant now) {
        var records = new ArrayList<JournalRecord>(step.entries().size());
        for (var entry : step.entries()) {
            var named = entry instanceof Entry.Forgotten ? before : step.visitor();
            var name = named.memory().journalId();
            if (!name.isEmpty()) {
                records.add(new JournalRecord(now, key.site(), name, entry));
            }
        }
        return records;
    }
}
