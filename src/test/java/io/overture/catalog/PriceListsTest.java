package io.overture.catalog;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.site.Site;
import io.overture.store.EmptyRedis;
import io.overture.visitor.Category;
import io.overture.visitor.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PriceListsTest {

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private static final Site TRUSTED = new Site("trusted", List.of(), Optional.empty(), true);
    private static final Site UNTRUSTED = new Site("untrusted", List.of(), Optional.empty(), false);
    private static final LocalDate DAY = LocalDate.parse("2026-08-13");
    private static final Instant NOW = Instant.parse("2026-08-13T10:00:00Z");

    private RatesInForce rates;
    private PriceLists lists;

    @BeforeEach
    void start() {
        rates = new RatesInForce(new RatesStore(REDIS.lanes()), () -> NOW);
        lists = new PriceLists(rates);
    }

    @Test
    void a_trusted_sites_event_says_the_price() {
        assertThat(price("EUR 12500.00")).isEqualByComparingTo("12500");
    }

    @Test
    void without_a_rate_another_currency_is_not_guessed() {
        assertThat(price("JPY 12500")).isNull();
        fix("1.1534");
        assertThat(price("JPY 12500")).isNull();
    }

    @Test
    void another_currency_counts_at_the_rate_of_the_day() {
        fix("1.1534");
        assertThat(price("USD 13900")).isEqualByComparingTo("12051.326513");

        fix("1.0000");
        assertThat(price("USD 13900")).isEqualByComparingTo("13900");
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
        var before = lists.of(TRUSTED, CurrencyUnit.EUR);
        assertThat(lists.of(TRUSTED, CurrencyUnit.EUR)).isSameAs(before);
        assertThat(lists.of(UNTRUSTED, CurrencyUnit.EUR)).isSameAs(lists.of(UNTRUSTED, CurrencyUnit.EUR));

        fix("1.1534");
        assertThat(lists.of(TRUSTED, CurrencyUnit.EUR))
                .isNotSameAs(before)
                .isSameAs(lists.of(TRUSTED, CurrencyUnit.EUR));
    }

    private void fix(String usd) {
        get(rates.put(List.of(new Fixing(CurrencyUnit.EUR, DAY, Map.of(CurrencyUnit.USD, new BigDecimal(usd))))));
    }

    private BigDecimal price(String price) {
        return lists.of(TRUSTED, CurrencyUnit.EUR).of(item(price));
    }

    private static Item item(String price) {
        return new Item("W-100", "Méridienne", null, Category.NONE, BigMoney.parse(price));
    }
}
