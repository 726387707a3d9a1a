package io.overture.trigger;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stake of at least, at most so much, in the book's currency; an unknown stake is neither within nor without. */
public record StakeWithin(
        @Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) implements Condition {

    @Override
    public Spans holds(Scene scene) {
        var amount = scene.stake().amount();
        return amount == null ? Spans.NEVER : Spans.when(isWithin(amount));
    }

    @Override
    public Spans fails(Scene scene) {
        var amount = scene.stake().amount();
        return amount == null ? Spans.NEVER : Spans.when(!isWithin(amount));
    }

    private boolean isWithin(BigDecimal amount) {
        return (atLeast == null || amount.compareTo(atLeast) >= 0) && (atMost == null || amount.compareTo(atMost) <= 0);
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.STAKE);
    }

    @Override
    public String words() {
        return Words.of("stake").with("atLeast", atLeast).with("atMost", atMost).toString();
    }
}
