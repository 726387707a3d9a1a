package io.overture.traffic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.overture.engine.Receipt;
import io.overture.site.Site;
import io.overture.site.Sites;
import io.overture.visitor.Event;
import io.overture.wire.Flaw;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts at this node what comes to each configured site. Nothing here waits for anybody. What names no site of ours is
 * told to the sites whose origin it came from, and otherwise counted in a metric alone, under no name from outside.
 */
@Startup
@Singleton
public class Traffic {

    private final Sites sites;
    private final Map<String, SiteCounter> bySite;
    private final Map<Refusal, Counter> refusals = new EnumMap<>(Refusal.class);

    @Inject
    public Traffic(Sites sites, MeterRegistry meters) {
        this.sites = sites;
        this.bySite = sites.all().stream()
                .map(Site::key)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), key -> new SiteCounter()));
        for (var refusal : Refusal.values()) {
            refusals.put(refusal, meters.counter("overture.traffic.refused", "reason", refusal.word()));
        }
    }

    /** A beacon that was let in, and what became of it. */
    public void beacon(
            String site, @Nullable String origin, Receipt receipt, boolean granted, List<Event> events, int tooOld) {
        var counter = bySite.get(site);
        if (counter != null) {
            counter.beacon(origin, receipt, granted, events, tooOld);
        }
    }

    /** A socket that was greeted for the first time. */
    public void opened(String site, boolean granted) {
        at(site, counter -> counter.opened(granted));
    }

    public void closed(String site) {
        at(site, SiteCounter::closed);
    }

    /** Who names a site that there is not, or speaks for one from a page that is not the site's. */
    public void turnedAway(String site, @Nullable String origin) {
        refused(bySite.containsKey(site) ? Refusal.ORIGIN : Refusal.UNKNOWN_SITE, site, origin, List.of(), 0);
    }

    public void refused(Refusal reason, @Nullable String site, @Nullable String origin) {
        refused(reason, site, origin, List.of(), 0);
    }

    /**
     * @param site as it was named; null when it could not be read
     * @param events how many events are lost with it
     */
    public void refused(Refusal reason, @Nullable String site, @Nullable String origin, List<Flaw> flaws, int events) {
        var counter = refusals.get(reason);
        if (counter != null) {
            counter.increment();
        }
        if (site != null && bySite.containsKey(site)) {
            at(site, known -> known.refused(reason, origin, flaws, events));
        } else {
            for (var each : sites.all()) {
                if (each.allowsOrigin(origin)) {
                    at(each.key(), owner -> owner.refused(reason, origin, flaws, events));
                }
            }
        }
    }

    Map<String, SiteCounter> bySite() {
        return bySite;
    }

    private void at(String site, Consumer<SiteCounter> count) {
        var counter = bySite.get(site);
        if (counter != null) {
            count.accept(counter);
        }
    }
}
