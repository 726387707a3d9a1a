package io.overture.catalog;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Exchange rates as they were fixed on a day.
 *
 * @param at the day, as its publisher dates it
 * @param rates how much of each currency one unit of {@code base} buys; more than 0
 */
record Fixing(CurrencyUnit base, LocalDate at, Map<CurrencyUnit, BigDecimal> rates) {

    /** Amounts are compared, never paid: six decimals are more than any currency has. */
    private static final int DECIMALS = 6;

    private static final int DAYS_FRESH = 7;

    Fixing {
        rates = Map.copyOf(rates);
    }

    /** The amount in another currency; null when one of the two has no rate. */
    @Nullable
    BigDecimal convert(BigMoney money, CurrencyUnit to) {
        var from = rate(money.getCurrencyUnit());
        var rate = rate(to);
        return from == null || rate == null
                ? null
                : money.getAmount()
                        .multiply(rate)
                        .divide(from, MathContext.DECIMAL64)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Whether it is too old to be believed on a day: there are no rates on holidays, but there are every week. */
    boolean isStale(LocalDate on) {
        return at.plusDays(DAYS_FRESH).isBefore(on);
    }

    private @Nullable BigDecimal rate(CurrencyUnit currency) {
        return currency.equals(base) ? BigDecimal.ONE : rates.get(currency);
    }
}
