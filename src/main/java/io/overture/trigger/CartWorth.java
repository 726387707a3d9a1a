package io.overture.trigger;

import java.math.BigDecimal;
import java.util.List;

/** A cart worth at least so much, in the book's currency. */
public record CartWorth(BigDecimal atLeast) implements Condition {

    @Override
    public Spans holds(Scene scene) {
        var worth = scene.cartWorth().orElse(null);
        return Spans.when(worth != null && worth.compareTo(atLeast) >= 0);
    }

    @Override
    public Spans fails(Scene scene) {
        var worth = scene.cartWorth().orElse(null);
        return Spans.when(worth != null && worth.compareTo(atLeast) < 0);
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.CART);
    }

    @Override
    public String words() {
        return Words.of("cart").with("atLeast", atLeast).toString();
    }
}
