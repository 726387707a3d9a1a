package io.overture.catalog;

import io.overture.trigger.Prices;
import io.overture.visitor.Item;
import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What the events of a trusted site say, in the book's currency; by the day's rates where they say it in another. */
record EventPrices(CurrencyUnit currency, @Nullable Fixing fixing) implements Prices {

    @Override
    public @Nullable BigDecimal of(Item item) {
        var price = item.price();
        return price == null ? null : worth(price);
    }

    private @Nullable BigDecimal worth(BigMoney price) {
        if (price.getCurrencyUnit().equals(currency)) {
            return price.getAmount();
        }
        return fixing == null ? null : fixing.convert(price, currency);
    }
}
