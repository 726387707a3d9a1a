package io.overture.flow;

import io.overture.engine.Engine;
import io.overture.engine.Entry;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.engine.Sight;
import io.overture.engine.Step;
import io.overture.offer.Promises;
import io.overture.offer.Slots;
import io.overture.offer.Wish;
import io.overture.store.Commit;
import io.overture.store.DeskInbox;
import io.overture.store.JournalRecord;
import io.overture.store.Reason;
import io.overture.store.StoreUnavailable;
import io.overture.store.Stored;
import io.overture.store.Visitors;
import io.overture.store.Visitors.Outcome.Committed;
import io.overture.store.Visitors.Outcome.Conflict;
import io.overture.trigger.Facts;
import io.overture.trigger.Slot;
import io.overture.visitor.Due;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    private final Slots slots;
    private final Promises promises;
    private final DeskInbox desk;
    private final World world;
    private final Cache cache;
    private final InstantSource clock;
    private final LongSupplier nonces;
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

    /** @param store the same one, which may watch what is asked of it */
    Uni<Done> run(VisitorKey key, List<Input> inputs, Visitors store) {
        var attempt = new Attempt(key, inputs, store, clock.instant());
        return Uni.createFrom()
                .deferred(() -> cache.find(key)
                        .map(known -> attempt.on(Optional.of(known.stored()), known.sight(), true))
                        .orElseGet(attempt::onLoaded))
                .onFailure(attempt::isErasedUnread)
                .recoverWithUni(attempt::onNothing)
                .onFailure()
                .invoke(() -> cache.forget(key));
    }

    /** One batch on its way. */
    private final class Attempt {

        private final VisitorKey key;
        private final List<Input> inputs;
        private final Visitors store;
        private final Instant started;
        private int roundTrips;
        private int conflicts;
        /** What this batch has learnt of slots; null: nothing the world does not know. */
        private @Nullable Slot slot;
        /** What a place is taken for. */
        private final Set<String> promised = new HashSet<>();

        private boolean mayPromise = true;

        Attempt(VisitorKey key, List<Input> inputs, Visitors store, Instant started) {
            this.key = key;
            this.inputs = inputs;
            this.store = store;
            this.started = started;
        }

        Uni<Done> onLoaded() {
            roundTrips++;
            return store.load(key).chain(found -> on(found, null, false));
        }

        /** Who asks to be forgotten need not be understood. */
        boolean isErasedUnread(Throwable failure) {
            return failure instanceof StoreUnavailable unavailable
                    && unavailable.reason() == Reason.UNREADABLE
                    && inputs.stream().anyMatch(Input.Erased.class::isInstance);
        }

        Uni<Done> onNothing() {
            roundTrips += 2;
            // Her value would owe the desk this word, could it be read.
            return desk.tell(key, new Due.Forget("unread:" + nonces.getAsLong()))
                    .chain(() -> store.discard(key))
                    .chain(() -> on(Optional.empty(), null, false));
        }

        Uni<Done> on(Optional<Stored> stored, @Nullable Sight sight, boolean mayBeStale) {
            var now = clock.instant();
            var before = stored.map(Stored::visitor).orElse(Visitor.NOBODY);
            var facts = facts();
            var step = Engine.step(before, inputs, now, facts, sight);
            var wish = held() != null ? Optional.<Wish>empty() : Wishes.of(key, before, step.visitor(), facts.book());
            if (wish.isPresent()) {
                return hold(wish.get(), stored, step, sight, mayBeStale, now);
            }
            return promise(stored, step, sight, mayBeStale, now);
        }

        private Facts facts() {
            var facts = slot == null ? world.facts(key) : world.facts(key).with(slot);
            return mayPromise ? facts : facts.withoutPromises();
        }

        /** Takes a place for what the step promises. On doubt, no promise either. */
        private Uni<Done> promise(
                Optional<Stored> stored, Step step, @Nullable Sight sight, boolean mayBeStale, Instant now) {
            if (step.visitor().due().isEmpty()) {
                return settle(stored, step, mayBeStale, now);
            }
            var before = stored.map(Stored::visitor).orElse(Visitor.NOBODY);
            var next = Wishes.promised(before, step.visitor(), facts().service()).stream()
                    .filter(each -> !promised.contains(each.id()))
                    .findFirst();
            if (next.isEmpty()) {
                return settle(stored, step, mayBeStale, now);
            }
            var promise = next.get();
            return promises.take(key, promise, Wishes.places(inputs, promise))
                    .onFailure()
                    .recoverWithItem(false)
                    .chain(got -> {
                        promised.add(promise.id());
                        mayPromise &= got;
                        return got ? promise(stored, step, sight, mayBeStale, now) : on(stored, sight, mayBeStale);
                    });
        }

        /** The offer this batch holds a slot for. */
        private @Nullable String held() {
            return slot instanceof Slot.Needed needed ? needed.held() : null;
        }

        /** On doubt, no invitation: what a slot is not surely held for is not offered. */
        private Uni<Done> hold(
                Wish wish, Optional<Stored> stored, Step step, @Nullable Sight sight, boolean mayBeStale, Instant now) {
            return slots.hold(wish).onFailure().recoverWithItem(false).chain(got -> {
                slot = got ? new Slot.Needed(wish.offer()) : new Slot.None();
                return got ? promise(stored, step, sight, mayBeStale, now) : on(stored, sight, mayBeStale);
            });
        }

        private Uni<Done> settle(Optional<Stored> stored, Step step, boolean mayBeStale, Instant now) {
            var set = stored.map(Stored::alarm).orElse(null);
            var alarm = durable(set, step.wakeAt(), now);
            if (!step.changed() && step.entries().isEmpty() && Objects.equals(set, alarm)) {
                if (mayBeStale
                        && (inputs.stream().anyMatch(Attempt::needsTheTruth)
                                || step.receipts().contains(Receipt.WITHHELD))) {
                    return onLoaded();
                }
                stored.ifPresent(each -> cache.put(key, new Cache.Known(each, step.sight())));
                return Uni.createFrom().item(done(step, alarm));
            }
            return commit(stored, step, alarm, now);
        }

        private Uni<Done> commit(Optional<Stored> stored, Step step, @Nullable Instant alarm, Instant now) {
            roundTrips++;
            var commit = new Commit(
                    key,
                    stored,
                    nonces.getAsLong(),
                    step.visitor(),
                    alarm,
                    lifetime(step.visitor(), now),
                    records(stored.map(Stored::visitor).orElse(Visitor.NOBODY), step, now));
            return store.commit(commit).chain(outcome -> switch (outcome) {
                case Committed committed -> {
                    if (step.visitor().isNobody()) {
                        cache.forget(key);
                    } else {
                        // Who was thinned to fit is seen anew.
                        boolean isWhole = committed.stored().visitor() == step.visitor();
                        cache.put(key, new Cache.Known(committed.stored(), isWhole ? step.sight() : null));
                    }
                    yield Uni.createFrom().item(done(step, alarm));
                }
                case Conflict conflict -> {
                    conflicts++;
                    yield conflicts > MOST_CONFLICTS
                            ? Uni.createFrom().failure(new Contended())
                            : on(conflict.found(), null, false);
                }
            });
        }

        /** A visitor who is forgotten has no name afterwards: that she was is said by the one she had. */
        private List<JournalRecord> records(Visitor before, Step step, Instant now) {
            return step.entries().stream()
                    .map(entry -> {
                        var named = entry instanceof Entry.Forgotten ? before : step.visitor();
                        return new JournalRecord(now, key.site(), named.memory().journalId(), entry);
                    })
                    .filter(record -> !record.visitor().isEmpty())
                    .toList();
        }

        private Done done(Step step, @Nullable Instant alarm) {
            var held = held();
            if (held != null && !Wishes.isMade(step.visitor(), held)) {
                slots.release(held).subscribe().with(released -> {}, away -> {});
            }
            return new Done(step, alarm, roundTrips, conflicts, Duration.between(started, clock.instant()));
        }

        /**
         * A repeated batch is one on any value, but what is withheld may have been granted elsewhere; all else that changes
         * nothing may be wrong on a stale one. An alarm that finds nothing to do most of all: a node that is gone set it, on a
         * newer value than the one at hand.
         */
        private static boolean needsTheTruth(Input input) {
            return !(input instanceof Input.Arrived);
        }
    }

    /** The durable alarm is rewritten only when it moves earlier or has fired: an early wake is harmless. */
    private static @Nullable Instant durable(@Nullable Instant set, @Nullable Instant wakeAt, Instant now) {
        if (wakeAt == null || set == null || !set.isAfter(now)) {
            return wakeAt;
        }
        return wakeAt.isBefore(set) ? wakeAt : set;
    }

    private Duration lifetime(Visitor visitor, Instant now) {
        var withdrawal = visitor.withdrawal();
        if (!visitor.memory().journalId().isEmpty() || withdrawal == null) {
            return memoryLifetime;
        }
        var left = Duration.between(now, withdrawal.heard().plus(Engine.TOMBSTONE));
        return left.isPositive() ? left : Duration.ofMillis(1);
    }
}
