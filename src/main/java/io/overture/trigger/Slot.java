package io.overture.trigger;

/** Whether an advisor's slot is there for an offer. */
public sealed interface Slot {

    /** Offers need none here. */
    record Needless() implements Slot {}

    /** One is to be held, under this id, before an offer of the same id is committed. */
    record Needed(String offer) implements Slot {}

    /** None is free. */
    record None() implements Slot {}
}
