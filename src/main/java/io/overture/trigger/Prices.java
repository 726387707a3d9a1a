package io.overture.trigger;

import io.overture.visitor.Item;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an item costs, in the book's currency: the catalogue's price where it knows the item, else the event's where the
 * site trusts it. Null when nobody knows, or there is no rate.
 */
@FunctionalInterface
public interface Prices {
    @Nullable
    BigDecimal of(Item item);
}
