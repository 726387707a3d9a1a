package io.overture.trigger;

import org.jspecify.annotations.Nullable;

/** Whether an advisor's slot is there for an offer. */
public sealed interface Slot {

    /** Offers need none here. */
    record Needless() implements Slot {}

    /**
     * One is to be held before an offer is committed, under the offer's id.
     *
     * @param held the id one is held under already, which the offer is to bear; null: none yet
     */
    record Needed(@Nullable String held) implements Slot {}

    /** None is free. */
    record None() implements Slot {}
}
