package io.overture.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * What happened with a client, each list oldest first and of the newest only. Adding the same thing again changes
 * nothing, so that whoever is not sure may repeat.
 *
 * @param purchases by transaction
 * @param notes colleagues left for each other; she never sees them
 * @param conversations she had with advisors
 * @param visits when they began
 * @param dealings what the shop's backend told of
 * @param signalled when an advisor was last told that she may be leaving
 */
public record History(
        List<Order> purchases,
        List<Note> notes,
        List<Talk> conversations,
        List<Instant> visits,
        List<Dealing> dealings,
        @Nullable Instant signalled) {

    public static final int MOST_PURCHASES = 50;
    public static final int MOST_PIECES = 50;
    public static final int MOST_NOTES = 100;
    public static final int MOST_CONVERSATIONS = 50;
    public static final int MOST_VISITS = 64;
    public static final int MOST_DEALINGS = 50;

    /** Visits that begin nearer to each other than a session's silence are one. */
    private static final Duration APART = Duration.ofMinutes(30);

    public static final History NONE = new History(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    /** An order; {@code transaction} is the shop's number for it. */
    public record Order(String transaction, Instant at, List<Piece> items) {
        public Order {
            transaction = Bounds.cut(transaction, Bounds.ID);
            items = List.copyOf(items.size() > MOST_PIECES ? items.subList(0, MOST_PIECES) : items);
        }
    }

    /** A piece of an order. The price is null when nobody we trust has said it. */
    public record Piece(
            String item,
            @Nullable String name,
            @Nullable String category,
            @Nullable BigMoney price) {
        public Piece {
            item = Bounds.cut(item, Bounds.PATH);
            name = Bounds.cutOrNull(name, Bounds.NAME);
            category = Bounds.cutOrNull(category, Bounds.PATH);
        }
    }

    /** A word for colleagues, and for next time. */
    public record Note(String id, Instant at, String by, String text) {
        public Note {
            text = Bounds.cut(text, Bounds.TEXT);
        }
    }

    /** A conversation that was had. */
    public record Talk(
            String id, Instant at, String advisor, @Nullable String summary) {}

    public History {
        purchases = List.copyOf(purchases);
        notes = List.copyOf(notes);
        conversations = List.copyOf(conversations);
        visits = List.copyOf(visits);
        dealings = List.copyOf(dealings);
    }

    /** An order of a known transaction replaces what was said of it; {@code fromTheShop}: its backend told of it. */
    public History purchased(Order order, boolean fromTheShop) {
        boolean known = purchases.stream().anyMatch(each -> each.transaction().equals(order.transaction()));
        return known && !fromTheShop
                ? this
                : withPurchases(with(purchases, order, Order::transaction, Order::at, MOST_PURCHASES));
    }

    public History noted(Note note) {
        return withNotes(with(notes, note, Note::id, Note::at, MOST_NOTES));
    }

    public History talked(Talk talk) {
        return withConversations(with(conversations, talk, Talk::id, Talk::at, MOST_CONVERSATIONS));
    }

    public History visited(Instant at) {
        boolean known = visits.stream()
                .anyMatch(each -> Duration.between(each, at).abs().compareTo(APART) < 0);
        return known ? this : withVisits(with(visits, at, Function.identity(), Function.identity(), MOST_VISITS));
    }

    public History dealt(Dealing dealing) {
        return withDealings(with(dealings, dealing, Dealing::id, Dealing::at, MOST_DEALINGS));
    }

    public History signalled(Instant at) {
        return new History(purchases, notes, conversations, visits, dealings, at);
    }

    /** Attempts to reach her, the latest first, that she did not answer before one that she did. */
    public int contactsUnanswered() {
        int unanswered = 0;
        for (var dealing : dealings.reversed()) {
            if (dealing.type() == Dealing.Type.CONTACT_ANSWERED) {
                break;
            }
            unanswered += dealing.type() == Dealing.Type.CONTACT_UNANSWERED ? 1 : 0;
        }
        return unanswered;
    }

    History withPurchases(List<Order> next) {
        return new History(next, notes, conversations, visits, dealings, signalled);
    }

    History withNotes(List<Note> next) {
        return new History(purchases, next, conversations, visits, dealings, signalled);
    }

    History withConversations(List<Talk> next) {
        return new History(purchases, notes, next, visits, dealings, signalled);
    }

    History withVisits(List<Instant> next) {
        return new History(purchases, notes, conversations, next, dealings, signalled);
    }

    History withDealings(List<Dealing> next) {
        return new History(purchases, notes, conversations, visits, next, signalled);
    }

    private static <T, K> List<T> with(List<T> list, T added, Function<T, K> key, Function<T, Instant> at, int most) {
        var next = new ArrayList<>(list);
        next.removeIf(each -> key.apply(each).equals(key.apply(added)));
        next.add(added);
        next.sort(Comparator.comparing(at));
        return next.size() > most ? next.subList(next.size() - most, next.size()) : next;
    }
}
