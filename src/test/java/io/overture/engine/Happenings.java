package io.overture.engine;

import io.overture.visitor.Category;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Event;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Meaning;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Events as tests speak of them. */
public final class Happenings {

    static final Item WATCH = piece("W-100", "watches", 12_500);
    static final Item BAG = piece("L-7", "leather", 3_000);

    private Happenings() {}

    public static Item piece(String id, String category, int euros) {
        return new Item(id, id, null, new Category(category), BigMoney.of(CurrencyUnit.EUR, BigDecimal.valueOf(euros)));
    }

    public static Event view(Instant at, Item item) {
        return event("view_item", at, new Meaning.Viewed(List.of(item)));
    }

    public static Event look(Instant at, String topic, String item) {
        return event("view_detail", at, new Meaning.Looked(topic, item));
    }

    public static Event lookAround(Instant at, String topic) {
        return event("view_detail", at, new Meaning.Looked(topic, null));
    }

    public static Event dwell(Instant at, Duration time, String item) {
        return event(Event.USER_ENGAGEMENT, at, new Meaning.Engaged(time, new Meaning.On.AnItem(item), true));
    }

    public static Event dwellOnTheLast(Instant at, Duration time) {
        return event(Event.USER_ENGAGEMENT, at, new Meaning.Engaged(time, new Meaning.On.LastViewed(), true));
    }

    public static Event sitStill(Instant at, Duration time, String item) {
        return event(Event.USER_ENGAGEMENT, at, new Meaning.Engaged(time, new Meaning.On.AnItem(item), false));
    }

    public static Event addToCart(Instant at, Item item, int quantity) {
        return event("add_to_cart", at, new Meaning.AddedToCart(List.of(line(item, quantity))));
    }

    public static Event removeFromCart(Instant at, Item item, int quantity) {
        return event("remove_from_cart", at, new Meaning.RemovedFromCart(List.of(line(item, quantity))));
    }

    public static Event cart(Instant at, Line... lines) {
        return event("view_cart", at, new Meaning.CartShown(Optional.of(List.of(lines)), Optional.empty()));
    }

    public static Event checkout(Instant at, CheckoutStep step) {
        return event(step.event(), at, new Meaning.CartShown(Optional.empty(), Optional.of(step)));
    }

    public static Event purchase(Instant at, String transaction, Item item) {
        return event("purchase", at, new Meaning.Purchased(transaction, null, List.of(line(item, 1))));
    }

    static Event purchase(Instant at, String transaction, int euros, Line... lines) {
        return event("purchase", at, new Meaning.Purchased(transaction, euros(euros), List.of(lines)));
    }

    static Event refund(Instant at, @Nullable String transaction, @Nullable Integer euros, Line... lines) {
        var value = euros == null ? null : euros(euros);
        return event("refund", at, new Meaning.Refunded(transaction, value, List.of(lines)));
    }

    private static BigMoney euros(int amount) {
        return BigMoney.of(CurrencyUnit.EUR, BigDecimal.valueOf(amount));
    }

    public static Event wish(Instant at, Item item) {
        return event("add_to_wishlist", at, new Meaning.Wished(List.of(item), true));
    }

    public static Event unwish(Instant at, Item item) {
        return event("remove_from_wishlist", at, new Meaning.Wished(List.of(item), false));
    }

    public static Event search(Instant at, int results) {
        return event("search", at, new Meaning.Searched(results));
    }

    public static Event other(Instant at, String name, Map<String, String> params) {
        return new Event(name, at, params, new Meaning.Other());
    }

    public static Line line(Item item, int quantity) {
        return new Line(item, BigDecimal.valueOf(quantity));
    }

    private static Event event(String name, Instant at, Meaning meaning) {
        return new Event(name, at, Map.of(), meaning);
    }
}
