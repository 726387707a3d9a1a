package io.overture.catalog;

import io.overture.site.Site;
import io.overture.trigger.Prices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.joda.money.CurrencyUnit;

/** The prices that count at a site. The same ones for as long as nothing changes: who compares them compares identity. */
@ApplicationScoped
public class PriceLists {

    private static final Prices NONE = item -> null;

    private final RatesInForce rates;
    private final Map<CurrencyUnit, EventPrices> trusted = new ConcurrentHashMap<>();

    PriceLists(RatesInForce rates) {
        this.rates = rates;
    }

    /** In a book's currency, by today's rates; of a site whose events are not trusted, nobody knows any. */
    public Prices of(Site site, CurrencyUnit currency) {
        if (!site.trustsEventPrices()) {
            return NONE;
        }
        var fixing = rates.today();
        var known = trusted.get(currency);
        return known != null && known.fixing() == fixing
                ? known
                : trusted.merge(
                        currency,
                        new EventPrices(currency, fixing),
                        (old, latest) -> old.fixing() == latest.fixing() ? old : latest);
    }
}
