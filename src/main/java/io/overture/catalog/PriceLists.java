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

    private final Map<CurrencyUnit, Prices> trusted = new ConcurrentHashMap<>();

    /** In a book's currency; of a site whose events are not trusted, nobody knows any. */
    public Prices of(Site site, CurrencyUnit currency) {
        return site.trustsEventPrices() ? trusted.computeIfAbsent(currency, EventPrices::new) : NONE;
    }
}
