package io.overture.dossier;

import io.overture.client.ClientRecord;
import io.overture.client.Records;
import io.overture.roster.Desks;
import io.overture.trigger.Book;
import io.overture.trigger.Idle;
import io.overture.trigger.Limits;
import io.overture.trigger.Trigger;
import io.overture.visitor.Beacon;
import io.overture.visitor.Category;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Client;
import io.overture.visitor.Consent;
import io.overture.visitor.Context;
import io.overture.visitor.Event;
import io.overture.visitor.Held;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Meaning;
import io.overture.visitor.Passport;
import io.overture.visitor.Verdict;
import io.overture.visitor.Visitor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A client of whom everything is known that a dossier can say, and a stranger. */
final class Portrait {

    static final Instant NOW = Records.AT;
    static final Item WATCH = new Item(
            "W-100", "Méridienne", "Aurelle", new Category("watches/dress"), BigMoney.of(CurrencyUnit.EUR, 12_500));

    private static final Item STRAP =
            new Item("S-7", "Strap", null, new Category("watches/straps"), BigMoney.of(CurrencyUnit.EUR, 400));

    private static final Book BOOK = new Book(
            CurrencyUnit.EUR,
            new Limits(1, Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(1), Duration.ZERO, null),
            Map.of(),
            Map.of(),
            BigDecimal.ZERO,
            Map.of(),
            List.of(new Trigger(
                    "reassurance",
                    "Several looks at sizing and care",
                    new Idle(Duration.ofMinutes(1)),
                    BigDecimal.ONE,
                    null,
                    null,
                    true,
                    Trigger.Active.ALWAYS,
                    List.of())));

    private Portrait() {}

    static Known whole() {
        var visitor = visitor(new Client("c-1", null, List.of(), "fr"));
        var passport = new Passport(
                "europe", "p-1", "vic", "fr", new Passport.OwnAdvisor("Camille", "paris"), Passport.InForce.NONE, NOW);
        return known(
                visitor.with(
                        visitor.memory().refused(NOW.minus(Duration.ofDays(1))),
                        visitor.session().honouring(passport)),
                Optional.of(Records.whole("c-1")));
    }

    static Known stranger() {
        return known(visitor(null), Optional.empty());
    }

    static Known known(Visitor visitor, Optional<ClientRecord> record) {
        return new Known(
                visitor,
                record,
                BOOK,
                item -> item.price() == null ? null : item.price().getAmount(),
                Desks.NONE,
                NOW);
    }

    static Visitor visitor(@Nullable Client client) {
        var standing = new Beacon.Standing(
                new Consent(true, true),
                client,
                new Context(
                        "fr-FR",
                        "Asia/Tokyo",
                        "JP",
                        "jp",
                        "tablet",
                        "vogue.example",
                        new Context.Campaign("vogue", "editorial", "ss27")));
        var visited = Visitor.NOBODY
                .named(() -> "journal")
                .inSession("s", ago(600))
                .standing(standing, ago(600))
                .plus(new Beacon("p1", 1, "s", standing, events()), NOW);
        return visited.with(
                visited.memory(),
                visited.session().withMoments(Map.of("reassurance", new Held(ago(60), null, Verdict.OFFERED))));
    }

    private static List<Event> events() {
        return List.of(
                event(
                        "page_view",
                        600,
                        Map.of(
                                "page_location",
                                "https://shop.example/watches?token=secret#top",
                                "page_title",
                                "Watches"),
                        new Meaning.Other()),
                event("search", 500, Map.of("search_term", "moonphase", "results", "0"), new Meaning.Searched(0)),
                event("search", 490, Map.of("search_term", "watch", "results", "12"), new Meaning.Searched(12)),
                event("view_item", 400, Map.of(), new Meaning.Viewed(List.of(STRAP))),
                event(
                        "page_view",
                        300,
                        Map.of("page_location", "https://shop.example/watches/w-100"),
                        new Meaning.Other()),
                event("view_item", 300, Map.of(), new Meaning.Viewed(List.of(WATCH))),
                event("view_detail", 200, Map.of(), new Meaning.Looked("sizing", "W-100")),
                event("view_detail", 150, Map.of(), new Meaning.Looked("sizing", "W-100")),
                event(
                        "user_engagement",
                        100,
                        Map.of(),
                        new Meaning.Engaged(Duration.ofSeconds(90), new Meaning.On.AnItem("W-100"), true)),
                event("add_to_wishlist", 95, Map.of(), new Meaning.Wished(List.of(STRAP), true)),
                event("add_to_cart", 90, Map.of(), new Meaning.AddedToCart(List.of(new Line(WATCH, BigDecimal.ONE)))),
                event("add_to_cart", 89, Map.of(), new Meaning.AddedToCart(List.of(new Line(STRAP, BigDecimal.TWO)))),
                event(
                        "begin_checkout",
                        60,
                        Map.of(),
                        new Meaning.CartShown(Optional.empty(), Optional.of(CheckoutStep.BEGIN_CHECKOUT))));
    }

    private static Event event(String name, int secondsAgo, Map<String, String> params, Meaning meaning) {
        return new Event(name, ago(secondsAgo), params, meaning);
    }

    private static Instant ago(int seconds) {
        return NOW.minusSeconds(seconds);
    }
}
