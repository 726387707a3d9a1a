package io.overture.trigger;

import io.overture.visitor.CheckoutStep;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A checkout that has come to one of these steps, or further; until a purchase, an emptied cart or the session's end. */
public record CheckoutReached(List<CheckoutStep> steps) implements Condition {

    public CheckoutReached {
        steps = List.copyOf(steps);
    }

    @Override
    public Spans holds(Scene scene) {
        var reached = scene.session().checkout().reached(scene.cart().emptied());
        return Spans.when(reached.isPresent()
                && steps.stream().anyMatch(step -> reached.get().compareTo(step) >= 0));
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(Aspect.CHECKOUT, Aspect.CART);
    }

    @Override
    public String words() {
        return Words.of("checkout")
                .with("reached", steps.stream().map(CheckoutStep::event).toList())
                .toString();
    }
}
