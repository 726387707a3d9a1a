package io.overture.trigger;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/** A cart worth at least so much, in the book's currency. */
public record CartWorth(BigDecimal atLeast) implements Condition {

    @Override
    public Spans holds(Scene scene) {
        return scene.cartWorth()
                .map(worth -> Spans.when(worth.compareTo(atLeast) >= 0))
                .orElse(Spans.NEVER);
    }

    @Override
    public Spans fails(Scene scene) {
        return scene.cartWorth()
                .map(worth -> Spans.when(worth.compareTo(atLeast) < 0))
                .orElse(Spans.NEVER);
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(Aspect.CART);
    }

    @Override
    public String words() {
        return Words.of("cart").with("atLeast", atLeast).toString();
    }
}
