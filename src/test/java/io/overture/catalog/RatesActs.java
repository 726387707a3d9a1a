package io.overture.catalog;

import static io.overture.store.Stores.get;

import io.overture.release.Act;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/** The exchange rates in force, as they are put for all nodes. */
public final class RatesActs {

    private static final LocalDate THURSDAY = LocalDate.parse("2026-04-02");

    private RatesActs() {}

    public static List<Act> all() {
        return List.of(
                Act.silent(
                        "rates are put",
                        lanes -> new RatesStore(lanes)
                                .put(List.of(usd("1.10", THURSDAY), usd("1.05", THURSDAY.minusDays(1))))),
                Act.of("rates are read", lanes -> get(new RatesStore(lanes).otherThan(0))),
                Act.silent(
                        "rates put again are no new version",
                        lanes -> new RatesStore(lanes).put(List.of(usd("1.10", THURSDAY)))),
                Act.of("nothing new is read", lanes -> get(new RatesStore(lanes).otherThan(1))),
                Act.silent("a day is corrected", lanes -> new RatesStore(lanes).put(List.of(usd("1.11", THURSDAY)))),
                Act.of("corrected rates are read", lanes -> get(new RatesStore(lanes).otherThan(1))));
    }

    private static Fixing usd(String rate, LocalDate day) {
        return new Fixing(CurrencyUnit.EUR, day, Map.of(CurrencyUnit.USD, new BigDecimal(rate)));
    }
}
