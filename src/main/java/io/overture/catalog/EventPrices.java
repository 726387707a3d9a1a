package io.overture.catalog;

import io.overture.trigger.Prices;
import io.overture.visitor.Item;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What the events of a trusted site say, where it is said in the book's own currency. There are no rates yet. */
final class EventPrices implements Prices {

    private final CurrencyUnit currency;

    EventPrices(CurrencyUnit currency) {
        this.currency = currency;
    }

    @Override
    public @Nullable BigDecimal of(Item item) {
        var price = item.price();
        return price != null && price.getCurrencyUnit().equals(currency) ? price.getAmount() : null;
    }
}
