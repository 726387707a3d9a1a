package io.overture.trigger;

import io.overture.visitor.CheckoutStep;
import java.util.List;

/** A checkout that has come to one of these steps, or further; until a purchase, an emptied cart or the session's end. */
public record CheckoutReached(List<CheckoutStep> steps) implements Condition {

    public CheckoutReached {
        steps = List.copyOf(steps);
    }

    @Override
    public Spans holds(Scene scene) {
        var reached = scene.reached();
        for (int i = 0; reached != null && i < steps.size(); i++) {
            if (reached.compareTo(steps.get(i)) >= 0) {
                return Spans.ALWAYS;
            }
        }
        return Spans.NEVER;
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.CHECKOUT, Aspect.CART);
    }

    @Override
    public String words() {
        return Words.of("checkout")
                .with("reached", steps.stream().map(CheckoutStep::event).toList())
                .toString();
    }
}
