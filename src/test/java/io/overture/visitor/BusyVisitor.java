package io.overture.visitor;

import io.overture.engine.Engine;
import io.overture.engine.Happenings;
import io.overture.engine.Input;
import io.overture.engine.TestBook;
import io.overture.trigger.Facts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;

/**
 * Somebody with three earlier visits, two wishes and an order, who has now viewed twelve pieces twenty times on four pages,
 * dwelt upon each, looked at ten details, searched three times and put three pieces in her cart. As from a browser, no two
 * events share a text or a price.
 */
public final class BusyVisitor {

    private static final int PIECES = 12;
    private static final int VIEWS = 20;
    private static final int VIEWS_OF_A_PAGE = 5;
    private static final List<String> CATEGORIES = List.of("watches/dive", "leather/bags/shoulder", "watches/dress");
    private static final List<String> TOPICS = List.of("sizing", "materials", "provenance");

    private final Facts facts = TestBook.book().facts();
    private Visitor visitor = Visitor.NOBODY;
    private Instant now;
    private int page;
    private int seq;
    private int session;

    private BusyVisitor(Instant now) {
        this.now = now;
    }

    /** @param since when the first visit begins, in whole milliseconds */
    public static Visitor since(Instant since) {
        var busy = new BusyVisitor(since);
        for (int visit = 0; visit < 3; visit++) {
            busy.earlier(visit);
        }
        busy.visit();
        return busy.visitor;
    }

    private void earlier(int visit) {
        opens();
        for (int i = 0; i < 4; i++) {
            does(5, Happenings.view(now, piece(3 * visit + i)));
        }
        does(9, Happenings.wish(now, piece(visit)));
        if (visit == 1) {
            does(60, Happenings.purchase(now, "order-10382", piece(4)));
        }
    }

    private void visit() {
        opens();
        for (int i = 0; i < VIEWS; i++) {
            if (i % VIEWS_OF_A_PAGE == 0) {
                page++;
                seq = 0;
            }
            var piece = piece(i % PIECES);
            does(4, priced("view_item", new Meaning.Viewed(List.of(piece)), piece));
            if (i % 2 == 0) {
                var topic = text(TOPICS.get(i / 2 % TOPICS.size()));
                does(7, event("view_detail", Map.of(text("topic"), topic), new Meaning.Looked(topic, piece.id())));
            }
            does(12, event("user_engagement", Map.of(), engaged(piece)));
            if (i % 7 == 3) {
                does(3, event("search", searched(i), new Meaning.Searched(i)));
            }
            if (i % 7 == 5) {
                does(6, priced("add_to_cart", new Meaning.AddedToCart(List.of(Happenings.line(piece, 1))), piece));
            }
        }
        does(2, priced("add_to_cart", new Meaning.AddedToCart(List.of(Happenings.line(piece(1), 1))), piece(1)));
    }

    private static Map<String, String> searched(int results) {
        return Map.of(text("search_term"), text("médaillon " + results), text("results"), text("" + results));
    }

    private static Meaning engaged(Item piece) {
        return new Meaning.Engaged(Duration.ofMillis(10_750), new Meaning.On.AnItem(piece.id()), true);
    }

    private Event priced(String name, Meaning meaning, Item piece) {
        var value = piece.price() == null ? "" : piece.price().getAmount().toString();
        return event(name, Map.of(text("currency"), text("EUR"), text("value"), text(value)), meaning);
    }

    private Event event(String name, Map<String, String> params, Meaning meaning) {
        return new Event(text(name), now, params, meaning);
    }

    private static Item piece(int i) {
        var price = BigMoney.of(org.joda.money.CurrencyUnit.EUR, new BigDecimal(text(8_400 + 250 * i + ".00")));
        var category = new Category(text(CATEGORIES.get(i % CATEGORIES.size())));
        return new Item(text("AU-71%03d".formatted(i)), text("Méridienne n° " + i), text("Aurelle"), category, price);
    }

    private static String text(String same) {
        return new String(same.toCharArray());
    }

    private void opens() {
        now = now.plus(Duration.ofDays(2));
        session++;
        page++;
        seq = 0;
    }

    private void does(int seconds, Event event) {
        now = now.plusMillis(seconds * 1_000L + 37);
        var standing = new Beacon.Standing(new Consent(true, true), null, null);
        var at = new Event(event.name(), now, event.params(), event.meaning());
        var source = text("p%021d".formatted(page));
        var beacon =
                new Beacon(source, ++seq, text("s%021d".formatted(session)), standing, new ArrayList<>(List.of(at)));
        visitor = Engine.step(visitor, List.of(new Input.Arrived(beacon)), now, facts, null)
                .visitor();
    }
}
