package io.overture.ops.doctor;

import io.overture.book.Books;
import io.overture.roster.Roster;
import io.overture.site.Site;
import io.overture.site.Sites;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this node was told to be: its region, its sites and what is believed of them, its book, its desks. */
@Singleton
final class SettingsCheck implements Check {

    private static final String SEE = "docs/settings.md";
    private static final String CLIENTS = "docs/clients.md";
    private static final String UNNAMED = "local";

    private final String region;
    private final Sites sites;
    private final Books books;
    private final Roster roster;

    SettingsCheck(
            @ConfigProperty(name = "overture.region", defaultValue = UNNAMED) String region,
            Sites sites,
            Books books,
            Roster roster) {
        this.region = region;
        this.sites = sites;
        this.books = books;
        this.roster = roster;
    }

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public Uni<List<Finding>> look() {
        var findings = new ArrayList<Finding>();
        findings.add(
                region.equals(UNNAMED)
                        ? Finding.warn("settings.region", "the region has no name (OVERTURE_REGION): \"local\"", SEE)
                        : Finding.ok("settings.region", "region " + region, SEE));
        findings.add(
                sites.all().isEmpty()
                        ? Finding.fail(
                                "settings.sites",
                                "no site is configured (overture.sites): every beacon is refused",
                                SEE)
                        : Finding.ok(
                                "settings.sites",
                                "sites: " + keys(sites.all().stream().toList()),
                                SEE));
        if (!sites.all().isEmpty()) {
            believed(findings);
        }
        findings.add(Finding.ok(
                "settings.book",
                "triggers: %d, in %s"
                        .formatted(
                                books.inForce().triggers().size(),
                                books.inForce().currency().getCode()),
                "docs/triggers.md"));
        findings.add(
                roster.inForce().isEmpty()
                        ? Finding.warn(
                                "settings.desks",
                                "there are no desks: nobody is called when a visitor accepts",
                                "docs/desks.md")
                        : Finding.ok(
                                "settings.desks",
                                "desks: " + roster.inForce().all().size(),
                                "docs/desks.md"));
        return Uni.createFrom().item(findings);
    }

    private void believed(List<Finding> findings) {
        var unpriced =
                sites.all().stream().filter(site -> !site.trustsEventPrices()).toList();
        var nameless =
                sites.all().stream().filter(site -> site.identity().isEmpty()).toList();
        findings.add(
                unpriced.isEmpty()
                        ? Finding.ok("settings.prices", "prices come from the sites' events", SEE)
                        : Finding.warn("settings.prices", "no price is known at " + keys(unpriced), SEE));
        findings.add(
                nameless.isEmpty()
                        ? Finding.ok("settings.clients", "clients are known by signed tokens", CLIENTS)
                        : Finding.warn("settings.clients", "no client can be known at " + keys(nameless), CLIENTS));
    }

    private static String keys(List<Site> some) {
        return some.stream().map(Site::key).sorted().collect(Collectors.joining(", "));
    }
}
