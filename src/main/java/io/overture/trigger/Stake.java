package io.overture.trigger;

import io.overture.visitor.Interest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Value at stake: the larger of the cart and the price of the item with most engaged time in the half hour before the
 * session's last event.
 *
 * @param amount in the book's currency; null when unknown, zero when there is nothing
 * @param item the piece in question, if there is one
 */
public record Stake(@Nullable BigDecimal amount, @Nullable String item) {

    private static final Duration RECENT = Duration.ofMinutes(30);

    /** Whether the house knows what it is worth. */
    public boolean isKnown() {
        return amount != null && amount.signum() > 0;
    }

    static Stake of(Scene scene) {
        var focus = focus(scene);
        var cart = scene.cartWorth();
        var item = focus.map(interest -> interest.item().id())
                .orElseGet(() -> scene.cart().lines().isEmpty()
                        ? null
                        : scene.cart().lines().getFirst().item().id());
        if (cart.isEmpty()) {
            return new Stake(null, item);
        }
        if (focus.isEmpty()) {
            return new Stake(cart.get(), item);
        }
        var price = scene.price(focus.get().item());
        return new Stake(price == null ? null : price.max(cart.get()), item);
    }

    /** The item with most engaged time of late; of equals, and if there is none, the one viewed last. */
    private static Optional<Interest> focus(Scene scene) {
        var activity = scene.session().activity();
        var last = activity.last();
        if (last == null) {
            return Optional.empty();
        }
        var from = last.minus(RECENT).isBefore(activity.began()) ? activity.began() : last.minus(RECENT);
        return scene.attention().interests().stream()
                .filter(i -> i.views().last().isPresent() || !i.engaged().isEmpty())
                .max(Comparator.<Interest, Duration>comparing(i -> i.engaged().within(from, last))
                        .thenComparing(i -> i.views().last().orElse(Instant.EPOCH))
                        .thenComparing(i -> i.item().id()));
    }
}
