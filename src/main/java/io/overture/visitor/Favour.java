package io.overture.visitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What ties her to a category.
 *
 * @param visits earlier visits in which she viewed it
 * @param bought when she last bought from it
 * @param touched the later of a visit's end and a purchase
 */
public record Favour(int visits, @Nullable Instant bought, Instant touched) {

    static final Favour NONE = new Favour(0, null, Instant.EPOCH);
    private static final int VISITS_OF_A_FAVOURITE = 2;

    Favour viewed(Instant at) {
        return new Favour(visits + 1, bought, Keep.later(touched, at));
    }

    Favour bought(Instant at) {
        return new Favour(visits, Keep.laterOf(bought, at), Keep.later(touched, at));
    }

    /** With another instant at which she last bought from it; null: what she bought was given back. */
    Favour lastBought(@Nullable Instant at) {
        return new Favour(visits, at, touched);
    }

    boolean isSomething() {
        return visits > 0 || bought != null;
    }

    /** Bought from before this visit began, or viewed in two or more earlier visits. */
    public boolean isFavourite(Instant visitBegan) {
        return visits >= VISITS_OF_A_FAVOURITE || (bought != null && bought.isBefore(visitBegan));
    }
}
