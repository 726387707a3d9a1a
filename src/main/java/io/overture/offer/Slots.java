package io.overture.offer;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * Advisors' free slots: one is held before a visitor is invited, so that accepting leads straight to a person. Whatever
 * is asked may be asked again: twice is once. Fails with {@link io.overture.redis.StoreUnavailable}, when it is not known
 * whether it was done.
 */
public interface Slots {

    /** How long a hold lasts unless it is kept; long enough for a card to be shown. */
    Duration UNSEEN = Duration.ofSeconds(20);

    /**
     * Holds a slot of a fitting advisor for {@link #UNSEEN}, if the moment weighs what a slot asks as they stand at this
     * instant, and nobody heavier who may have it waits. Otherwise the visitor waits, and is woken when it is their turn.
     * Held already for this offer: true, and nothing is taken.
     */
    Uni<Boolean> hold(Wish wish);

    /** Lengthens a hold that still stands, and never shortens it. */
    Uni<Void> keep(String offer, Instant until);

    /** Gives the slot back, if it is held. */
    Uni<Void> release(String offer);

    /** Whether the house has desks at all. Answers at once. */
    boolean haveDesks();

    /**
     * Whether an offer needs a slot at all: not while there are no desks, nor while staffing is assumed and nobody is
     * there. Answers at once, from what was known a second ago.
     */
    boolean areNeeded();

    /** A moment that began, whatever became of it: what a scarce slot asks of a moment is measured against these. */
    void considered(String tier, BigDecimal weight);
}
