package io.overture.trigger;

import io.overture.visitor.Attention;
import io.overture.visitor.Cart;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Client;
import io.overture.visitor.Interest;
import io.overture.visitor.Item;
import io.overture.visitor.Language;
import io.overture.visitor.Recent;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A visitor in her session, as conditions look at her; what several of them need is worked out once. Not for sharing between threads. */
public final class Scene {

    private final Visitor visitor;
    private final Session session;
    private final Prices prices;
    private final Times times = new Times();
    private final Times viewed = new Times();
    private @Nullable Views viewedBy;
    private boolean viewedIfUnknown;
    private @Nullable Attention attention;
    private Interest @Nullable [] interests;
    private @Nullable Optional<BigDecimal> @Nullable [] itemPrices;
    private @Nullable Cart cart;
    private @Nullable Optional<BigDecimal> cartWorth;
    private @Nullable Optional<CheckoutStep> reached;
    private @Nullable Optional<Client> standing;
    private @Nullable Stake stake;
    private @Nullable Map<String, Optional<Language>> languages;

    public Scene(Visitor visitor, Session session, Prices prices) {
        this(visitor, session, prices, null, null);
    }

    /**
     * @param attention the session's, settled, where it is known
     * @param stake where it is known
     */
    Scene(Visitor visitor, Session session, Prices prices, @Nullable Attention attention, @Nullable Stake stake) {
        this.visitor = visitor;
        this.session = session;
        this.prices = prices;
        this.attention = attention;
        this.stake = stake;
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

    /** What she did with each item, in no order; not to be written to. */
    Interest[] interests() {
        if (interests == null) {
            interests = attention().interests().toArray(Interest[]::new);
        }
        return interests;
    }

    /** To be filled by one condition, and read before the next one fills them. */
    Times times(int atLeast) {
        return times.cleared(atLeast);
    }

    /**
     * When the views were that a condition counts; read before the next one counts its own. Conditions that differ in no
     * more than their window share them, if they are asked one after the other.
     */
    Times viewed(Views views, boolean ifUnknown) {
        boolean isKnown = viewedBy != null
                && views.countsAs(viewedBy)
                && ifUnknown == viewedIfUnknown
                && views.window().atLeast() <= Recent.MOST;
        if (!isKnown) {
            viewed.cleared(Math.max(Recent.MOST, views.window().atLeast()));
            views.count(this, ifUnknown, viewed);
            viewedBy = views;
            viewedIfUnknown = ifUnknown;
        }
        return viewed;
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

    /** How far her checkout has come; null: it has not begun, or is over. */
    @Nullable
    CheckoutStep reached() {
        if (reached == null) {
            reached = session.checkout().reached(cart().emptied());
        }
        return reached.orElse(null);
    }

    /** What she is to the house; null: unknown. */
    @Nullable
    Client standing() {
        if (standing == null) {
            standing = Optional.ofNullable(session.standing());
        }
        return standing.orElse(null);
    }

    /** What a tag means; null: no language. */
    @Nullable
    Language language(String tag) {
        if (languages == null) {
            languages = new HashMap<>();
        }
        return languages.computeIfAbsent(tag, Language::of).orElse(null);
    }

    public @Nullable BigDecimal price(Item item) {
        return prices.of(item);
    }

    /** The price of an item of {@link #interests()}. */
    @Nullable
    BigDecimal price(int interest) {
        if (itemPrices == null) {
            itemPrices = noPrices(interests().length);
        }
        var price = itemPrices[interest];
        if (price == null) {
            price = Optional.ofNullable(price(interests()[interest].item()));
            itemPrices[interest] = price;
        }
        return price.orElse(null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Optional<BigDecimal>[] noPrices(int size) {
        return new Optional[size];
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
