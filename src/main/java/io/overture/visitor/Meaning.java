package io.overture.visitor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** What an event says, in our words. */
public sealed interface Meaning {

    /** {@code view_item}. */
    record Viewed(List<Item> items) implements Meaning {}

    /** {@code view_detail}: a look at sizing, materials, … of an item, or of the one her page showed last. */
    record Looked(String topic, @Nullable String item) implements Meaning {}

    /**
     * {@code user_engagement}: engaged time that ended at the event's instant.
     *
     * @param on the item or page it was spent on
     * @param active whether there was input in that time
     */
    record Engaged(Duration time, On on, boolean active) implements Meaning {}

    /** What engaged time was spent on. */
    sealed interface On {
        record AnItem(String id) implements On {}

        record APage() implements On {}

        /** Not said: the item her page showed last, if any. */
        record LastViewed() implements On {}
    }

    /** {@code add_to_cart}. */
    record AddedToCart(List<Line> lines) implements Meaning {}

    /** {@code remove_from_cart}. */
    record RemovedFromCart(List<Line> lines) implements Meaning {}

    /** {@code view_cart} and the steps of a checkout; {@code lines}, when given, are the whole cart. */
    record CartShown(Optional<List<Line>> lines, Optional<CheckoutStep> step) implements Meaning {}

    /** {@code purchase}. */
    record Purchased(
            @Nullable String transactionId, @Nullable BigMoney value, List<Line> lines) implements Meaning {}

    /** {@code refund}; no lines: of the whole order. */
    record Refunded(
            @Nullable String transactionId, @Nullable BigMoney value, List<Line> lines) implements Meaning {}

    /** {@code add_to_wishlist}, {@code remove_from_wishlist}. */
    record Wished(List<Item> items, boolean added) implements Meaning {}

    /** {@code search} that says how many results it had. */
    record Searched(int results) implements Meaning {}

    /** Any other event: kept under its name. */
    record Other() implements Meaning {}
}
