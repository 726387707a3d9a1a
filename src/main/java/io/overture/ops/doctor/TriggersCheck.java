package io.overture.ops.doctor;

import io.overture.book.Books;
import io.overture.book.Doubts;
import io.overture.book.House;
import io.overture.roster.Roster;
import io.overture.site.Sites;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** What the book says that will not happen here. */
@Singleton
final class TriggersCheck implements Check {

    private static final String SEE = "docs/triggers.md";

    private final Books books;
    private final Sites sites;
    private final Roster roster;
    private final InstantSource clock = InstantSource.system();

    @Inject
    TriggersCheck(Books books, Sites sites, Roster roster) {
        this.books = books;
        this.sites = sites;
        this.roster = roster;
    }

    @Override
    public String id() {
        return "triggers";
    }

    @Override
    public Uni<List<Finding>> look() {
        var doubts = Doubts.of(books.inForce(), house(), clock.instant());
        return Uni.createFrom()
                .item(
                        doubts.isEmpty()
                                ? List.of(Finding.ok(
                                        "triggers", "nothing in the book is known to be impossible here", SEE))
                                : doubts.stream()
                                        .map(each -> Finding.warn(
                                                each.trigger().isEmpty() ? "triggers" : "triggers." + each.trigger(),
                                                each.says(),
                                                SEE))
                                        .toList());
    }

    private House house() {
        return new House(
                sites.all().stream()
                        .map(site -> new House.Shop(
                                site.key(),
                                site.trustsEventPrices(),
                                site.identity().isPresent()))
                        .toList(),
                roster.inForce().all().stream()
                        .flatMap(desk -> desk.channels().stream())
                        .collect(Collectors.toSet()));
    }
}
