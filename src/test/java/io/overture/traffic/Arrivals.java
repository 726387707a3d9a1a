package io.overture.traffic;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.engine.Receipt;
import io.overture.site.Origin;
import io.overture.site.Site;
import io.overture.site.Sites;
import io.overture.visitor.Category;
import io.overture.visitor.Event;
import io.overture.visitor.Item;
import io.overture.visitor.Meaning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What comes to a house of two sites. */
final class Arrivals {

    static final String ORIGIN = "https://demo.example";
    static final Sites SITES = new Sites(List.of(site("demo", "demo.example"), site("other", "other.example")));

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Traffic traffic = new Traffic(SITES, meters);

    private static Site site(String key, String host) {
        return new Site(key, List.of(new Origin("https", host, 443)), Optional.empty(), true);
    }

    static Event view(@Nullable String price) {
        var money = price == null ? null : BigMoney.of(CurrencyUnit.EUR, new BigDecimal(price));
        return event("view_item", new Meaning.Viewed(List.of(new Item("W-100", null, null, Category.NONE, money))));
    }

    static Event event(String name, Meaning meaning) {
        return new Event(name, Instant.EPOCH, Map.of(), meaning);
    }

    static Event other(String name) {
        return event(name, new Meaning.Other());
    }

    void beacon(Event... events) {
        traffic.beacon("demo", ORIGIN, Receipt.TAKEN, true, List.of(events), 0);
    }

    Counts take(String site) {
        var counter = traffic.bySite().get(site);
        if (counter == null) {
            throw new AssertionError("no site " + site);
        }
        return counter.take();
    }
}
