package io.overture.catalog;

import io.overture.document.Document;
import io.overture.document.Errors;
import io.overture.document.Fields;
import io.overture.document.Format;
import io.overture.document.Place;
import io.overture.document.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** Reads a fixing that somebody wrote: {@code {"base": "EUR", "at": "2026-08-13", "rates": {"USD": 1.1534}}}. */
final class RatesReader {

    static final int MOST_BYTES = 1024 * 1024;

    private static final int DEEPEST = 4;
    private static final BigDecimal HIGHEST = new BigDecimal("1e9");
    private static final BigDecimal LOWEST = new BigDecimal("1e-9");

    private RatesReader() {}

    /** Nothing, when something is wrong; what, is among the errors then. */
    static List<Fixing> read(byte[] json, Errors errors) {
        var fixing = Document.read(json, Format.JSON, MOST_BYTES, DEEPEST, errors)
                .map(root -> fixing(new Place(root, "", errors)));
        return fixing.isEmpty() || !errors.isEmpty() ? List.of() : List.of(fixing.get());
    }

    private static Fixing fixing(Place root) {
        var fields = Fields.of(root, "base", "at", "rates");
        var base = fields.needed("base", CurrencyUnit.EUR, RatesReader::currency);
        return new Fixing(
                base,
                fields.needed("at", LocalDate.EPOCH, RatesReader::day),
                fields.needed("rates", Map.of(), place -> rates(base, place)));
    }

    private static Map<CurrencyUnit, BigDecimal> rates(CurrencyUnit base, Place place) {
        if (!place.node().isObject() || place.node().isEmpty()) {
            return place.fault("This must be a map of rates by currency.", Map.of());
        }
        var rates = new HashMap<CurrencyUnit, BigDecimal>();
        place.node().fieldNames().forEachRemaining(code -> {
            var at = place.at(code);
            var currency = currency(code, at);
            var rate = rate(at);
            if (currency.equals(base) && rate.compareTo(BigDecimal.ONE) != 0) {
                at.fault("The base's own rate is 1.", at);
            }
            rates.put(currency, rate);
        });
        return rates;
    }

    private static BigDecimal rate(Place place) {
        var rate = place.node().isNumber() ? place.node().decimalValue() : BigDecimal.ZERO;
        return isRate(rate) ? rate : place.fault("A rate is a number more than 0.", BigDecimal.ONE);
    }

    static boolean isRate(BigDecimal rate) {
        return rate.compareTo(LOWEST) >= 0 && rate.compareTo(HIGHEST) <= 0;
    }

    private static CurrencyUnit currency(Place place) {
        return currency(Texts.text(place), place);
    }

    private static CurrencyUnit currency(String code, Place place) {
        try {
            return code.isEmpty() ? CurrencyUnit.EUR : CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            return place.fault("This must be a currency of ISO 4217 such as EUR.", CurrencyUnit.EUR);
        }
    }

    static LocalDate day(Place place) {
        var text = Texts.text(place);
        try {
            return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return place.fault("This must be a day such as 2026-08-13.", LocalDate.EPOCH);
        }
    }
}
