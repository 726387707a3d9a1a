package io.overture.visitor;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a checkout has come: when each step was last taken, and when a purchase last ended it. */
public record Checkout(
        Map<CheckoutStep, Instant> steps, @Nullable Instant purchased) {

    public static final Checkout NONE = new Checkout(Map.of(), null);

    public Checkout {
        steps = SmallMap.copyOf(steps);
    }

    Checkout reached(CheckoutStep step, Instant at) {
        var had = steps.get(step);
        return new Checkout(SmallMap.with(steps, step, had == null ? at : Keep.later(had, at)), purchased);
    }

    Checkout purchased(Instant at) {
        return new Checkout(steps, Keep.laterOf(purchased, at));
    }

    /** The furthest step since the last purchase and since the cart was last emptied. */
    public Optional<CheckoutStep> reached(@Nullable Instant cartEmptied) {
        var ended = Keep.laterOf(purchased, cartEmptied);
        return steps.entrySet().stream()
                .filter(step -> ended == null || step.getValue().isAfter(ended))
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder());
    }
}
