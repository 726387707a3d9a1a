package io.overture.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.site.Site;
import io.overture.visitor.Category;
import io.overture.visitor.Item;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PriceListsTest {

    private static final Site TRUSTED = new Site("trusted", List.of(), Optional.empty(), true);
    private static final Site UNTRUSTED = new Site("untrusted", List.of(), Optional.empty(), false);

    private final PriceLists lists = new PriceLists();

    @Test
    void a_trusted_sites_event_says_the_price() {
        var price = lists.of(TRUSTED, CurrencyUnit.EUR).of(item("EUR 12500.00"));

        assertThat(price).isEqualByComparingTo("12500");
    }

    @Test
    void another_currency_is_not_guessed() {
        assertThat(lists.of(TRUSTED, CurrencyUnit.EUR).of(item("JPY 12500"))).isNull();
    }

    @Test
    void an_item_without_a_price_has_none() {
        assertThat(lists.of(TRUSTED, CurrencyUnit.EUR).of(Item.unknown("W-100")))
                .isNull();
    }

    @Test
    void an_untrusted_sites_event_says_nothing() {
        assertThat(lists.of(UNTRUSTED, CurrencyUnit.EUR).of(item("EUR 1"))).isNull();
    }

    @Test
    void as_long_as_nothing_changes_they_are_the_same_prices() {
        assertThat(lists.of(TRUSTED, CurrencyUnit.EUR)).isSameAs(lists.of(TRUSTED, CurrencyUnit.EUR));
        assertThat(lists.of(UNTRUSTED, CurrencyUnit.EUR)).isSameAs(lists.of(UNTRUSTED, CurrencyUnit.EUR));
    }

    private static Item item(String price) {
        return new Item("W-100", "Méridienne", null, Category.NONE, BigMoney.parse(price));
    }
}
