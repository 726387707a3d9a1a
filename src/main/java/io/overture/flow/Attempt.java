package io.overture.flow;

import io.overture.engine.Engine;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.engine.Sight;
import io.overture.engine.Step;
import io.overture.offer.Wish;
import io.overture.redis.Callback;
import io.overture.redis.Reason;
import io.overture.redis.StoreUnavailable;
import io.overture.store.Commit;
import io.overture.store.Stored;
import io.overture.store.Visitors;
import io.overture.store.Visitors.Outcome;
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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way, from one answer to the next.
 *
 * <pre>
 *   at hand, or loaded ─▶ step ─▶ (slot held ─▶ promises taken) ─▶ commit ─▶ done
 *        ▲   ▲                       └── not held: step again ──┘      │
 *        │   └──────────────────────── conflict: what is there ◀───────┘
 *        └── nothing to commit on what may be stale
 * </pre>
 *
 * Whatever fails, fails the batch; only who is to be erased and cannot be read goes on, once, from nothing.
 */
final class Attempt {

    private final Attempts house;

    private final VisitorKey key;
    private final List<Input> inputs;
    private final Visitors store;
    private final Callback<Attempts.Done> then;
    private final Instant started;
    private int roundTrips;
    private int conflicts;
    private boolean isOver;
    private boolean isErasing;
    /** What this batch has learnt of slots; null: nothing the world does not know. */
    private @Nullable Slot slot;
    /** What a place is taken for. */
    private Set<String> promised = Set.of();

    private boolean mayPromise = true;

    Attempt(Attempts house, VisitorKey key, List<Input> inputs, Visitors store, Callback<Attempts.Done> then) {
        this.house = house;
        this.started = house.clock.instant();
        this.key = key;
        this.inputs = inputs;
        this.store = store;
        this.then = then;
    }

    void begin() {
        try {
            var known = house.cache.find(key);
            if (known.isPresent()) {
                on(Optional.of(known.get().stored()), known.get().sight(), true);
            } else {
                load();
            }
        } catch (Throwable fault) {
            failed(fault);
        }
    }

    private void load() {
        roundTrips++;
        store.load(key, (found, failure) -> goOn(failure, () -> on(Objects.requireNonNull(found), null, false)));
    }

    /** From an answer to what is done with it; a fault of ours must not leave others waiting either. */
    private void goOn(@Nullable Throwable failure, Runnable next) {
        if (failure != null) {
            failed(failure);
            return;
        }
        try {
            next.run();
        } catch (Throwable fault) {
            failed(fault);
        }
    }

    private void failed(Throwable failure) {
        if (!isErasing && isErasedUnread(failure)) {
            isErasing = true;
            onNothing();
        } else {
            house.cache.forget(key);
            end(null, failure);
        }
    }

    private void end(Attempts.@Nullable Done done, @Nullable Throwable failure) {
        if (!isOver) {
            isOver = true;
            then.hear(done, failure);
        }
    }

    /** Who asks to be forgotten need not be understood. */
    private boolean isErasedUnread(Throwable failure) {
        return failure instanceof StoreUnavailable unavailable
                && unavailable.reason() == Reason.UNREADABLE
                && inputs.stream().anyMatch(Input.Erased.class::isInstance);
    }

    private void onNothing() {
        roundTrips += 2;
        // Her value would owe the desk this word, could it be read.
        Uni.createFrom()
                .deferred(() -> house.desk.tell(key, new Due.Forget("unread:" + house.nonces.getAsLong())))
                .chain(() -> store.discard(key))
                .subscribe()
                .with(gone -> goOn(null, () -> on(Optional.empty(), null, false)), this::failed);
    }

    private void on(Optional<Stored> stored, @Nullable Sight sight, boolean mayBeStale) {
        var now = house.clock.instant();
        var before = before(stored);
        var facts = facts();
        var step = Engine.step(before, inputs, now, facts, sight);
        var made = new Made(stored, step, sight, mayBeStale, now);
        var wish = held() != null ? Optional.<Wish>empty() : Wishes.of(key, before, step.visitor(), facts.book());
        if (wish.isPresent()) {
            hold(wish.get(), made);
        } else {
            promise(made);
        }
    }

    private Facts facts() {
        var facts =
                slot == null ? house.world.facts(key) : house.world.facts(key).with(slot);
        return mayPromise ? facts : facts.withoutPromises();
    }

    /** Takes a place for what the step promises. On doubt, no promise either. */
    private void promise(Made made) {
        var visitor = made.step().visitor();
        if (visitor.due().isEmpty()) {
            settle(made);
            return;
        }
        var next = Wishes.promised(before(made.stored()), visitor, facts().service()).stream()
                .filter(each -> !promised.contains(each.id()))
                .findFirst();
        if (next.isEmpty()) {
            settle(made);
            return;
        }
        var promise = next.get();
        onWord(house.promises.take(key, promise, Wishes.places(inputs, promise)), got -> {
            promised = new HashSet<>(promised);
            promised.add(promise.id());
            mayPromise &= got;
            proceed(got, made);
        });
    }

    /** The offer this batch holds a slot for. */
    private @Nullable String held() {
        return slot instanceof Slot.Needed needed ? needed.held() : null;
    }

    /** On doubt, no invitation: what a slot is not surely held for is not offered. */
    private void hold(Wish wish, Made made) {
        onWord(house.slots.hold(wish), got -> {
            slot = got ? new Slot.Needed(wish.offer()) : new Slot.None();
            proceed(got, made);
        });
    }

    /** No word is a no. */
    private void onWord(Uni<Boolean> asked, Consumer<Boolean> next) {
        asked.subscribe()
                .with(got -> goOn(null, () -> next.accept(got)), doubt -> goOn(null, () -> next.accept(false)));
    }

    private void proceed(boolean got, Made made) {
        if (got) {
            promise(made);
        } else {
            on(made.stored(), made.sight(), made.mayBeStale());
        }
    }

    private void settle(Made made) {
        var step = made.step();
        var set = made.stored().map(Stored::alarm).orElse(null);
        var alarm = Attempts.durable(set, step.wakeAt(), made.now());
        if (!step.changed() && step.entries().isEmpty() && Objects.equals(set, alarm)) {
            if (made.mayBeStale() && (needsTheTruth() || step.receipts().contains(Receipt.WITHHELD))) {
                load();
                return;
            }
            made.stored().ifPresent(each -> house.cache.put(key, new Cache.Known(each, step.sight())));
            done(step, alarm);
        } else {
            commit(made, alarm);
        }
    }

    private void commit(Made made, @Nullable Instant alarm) {
        roundTrips++;
        var step = made.step();
        var commit = new Commit(
                key,
                made.stored(),
                house.nonces.getAsLong(),
                step.visitor(),
                alarm,
                house.lifetime(step.visitor(), made.now()),
                house.records(key, before(made.stored()), step, made.now()));
        store.commit(
                commit,
                (outcome, failure) -> goOn(failure, () -> committed(Objects.requireNonNull(outcome), step, alarm)));
    }

    private void committed(Outcome outcome, Step step, @Nullable Instant alarm) {
        switch (outcome) {
            case Committed committed -> {
                if (step.visitor().isNobody()) {
                    house.cache.forget(key);
                } else {
                    // Who was thinned to fit is seen anew.
                    boolean isWhole = committed.stored().visitor() == step.visitor();
                    house.cache.put(key, new Cache.Known(committed.stored(), isWhole ? step.sight() : null));
                }
                done(step, alarm);
            }
            case Conflict conflict -> {
                conflicts++;
                if (conflicts > Attempts.MOST_CONFLICTS) {
                    failed(new Attempts.Contended());
                } else {
                    on(conflict.found(), null, false);
                }
            }
        }
    }

    private void done(Step step, @Nullable Instant alarm) {
        var held = held();
        if (held != null && !Wishes.isMade(step.visitor(), held)) {
            house.slots.release(held).subscribe().with(released -> {}, away -> {});
        }
        end(
                new Attempts.Done(step, alarm, roundTrips, conflicts, Duration.between(started, house.clock.instant())),
                null);
    }

    /**
     * A repeated batch is one on any value, but what is withheld may have been granted elsewhere; all else that changes
     * nothing may be wrong on a stale one. An alarm that finds nothing to do most of all: a node that is gone set it, on a
     * newer value than the one at hand.
     */
    private boolean needsTheTruth() {
        for (var input : inputs) {
            if (!(input instanceof Input.Arrived)) {
                return true;
            }
        }
        return false;
    }

    /** A step that was made of what is stored, and of what was worked out about it, and is not committed yet. */
    private record Made(
            Optional<Stored> stored, Step step, @Nullable Sight sight, boolean mayBeStale, Instant now) {}

    private static Visitor before(Optional<Stored> stored) {
        return stored.isPresent() ? stored.get().visitor() : Visitor.NOBODY;
    }
}
