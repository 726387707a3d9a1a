package io.overture.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixingTest {

    /** Easter Sunday of 2026 is the fifth of April: no rates from the third to the sixth. */
    private static final LocalDate MAUNDY_THURSDAY = LocalDate.parse("2026-04-02");

    private static final Fixing FIXING = new Fixing(
            CurrencyUnit.EUR,
            MAUNDY_THURSDAY,
            Map.of(
                    CurrencyUnit.USD,
                    new BigDecimal("1.1534"),
                    CurrencyUnit.JPY,
                    new BigDecimal("171.55"),
                    CurrencyUnit.of("KWD"),
                    new BigDecimal("0.3541")));

    @ParameterizedTest
    @CsvSource({
        "EUR 12500.00, EUR, 12500",
        "USD 13900.00, EUR, 12051.326513",
        "EUR 1000.00, USD, 1153.4",
        "JPY 4999, EUR, 29.140192",
        "USD 100.00, JPY, 14873.417722",
        "KWD 1000.123, EUR, 2824.408359",
        "EUR 10, KWD, 3.541",
    })
    void an_amount_in_another_currency(String money, String to, BigDecimal expected) {
        assertThat(FIXING.convert(BigMoney.parse(money), CurrencyUnit.of(to))).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"CHF 100, EUR", "EUR 100, CHF", "CHF 100, USD"})
    void without_a_rate_it_is_unknown_and_not_nothing(String money, String to) {
        assertThat(FIXING.convert(BigMoney.parse(money), CurrencyUnit.of(to))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-04-02, false", "2026-04-06, false", "2026-04-09, false", "2026-04-10, true"})
    void after_a_week_it_is_stale(LocalDate on, boolean stale) {
        assertThat(FIXING.isStale(on)).isEqualTo(stale);
    }
}
