package io.overture.trigger;

import io.overture.visitor.Attention;
import io.overture.visitor.Cart;
import io.overture.visitor.Item;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A visitor in her session, as conditions look at her; what several of them need is worked out once. Not for sharing between threads. */
public final class Scene {

    private final Visitor visitor;
    private final Session session;
    private final Prices prices;
    private @Nullable Attention attention;
    private @Nullable Cart cart;
    private @Nullable Optional<BigDecimal> cartWorth;
    private @Nullable Stake stake;

    public Scene(Visitor visitor, Session session, Prices prices) {
        this.visitor = visitor;
        this.session = session;
        this.prices = prices;
    }

    public Visitor visitor() {
        return visitor;
    }

    public Session session() {
        return session;
    }

    public Attention attention() {
        if (attention == null) {
            attention = session.attention().settled();
        }
        return attention;
    }

    public Cart cart() {
        if (cart == null) {
            cart = session.cart().now();
        }
        return cart;
    }

    public Stake stake() {
        if (stake == null) {
            stake = Stake.of(this);
        }
        return stake;
    }

    /** Price times quantity of its lines, in the book's currency; empty when a price is unknown. */
    public Optional<BigDecimal> cartWorth() {
        if (cartWorth == null) {
            cartWorth = worth();
        }
        return cartWorth;
    }

    public @Nullable BigDecimal price(Item item) {
        return prices.of(item);
    }

    private Optional<BigDecimal> worth() {
        var sum = BigDecimal.ZERO;
        for (var line : cart().lines()) {
            var price = prices.of(line.item());
            if (price == null) {
                return Optional.empty();
            }
            sum = sum.add(price.multiply(line.quantity()));
        }
        return Optional.of(sum);
    }
}
