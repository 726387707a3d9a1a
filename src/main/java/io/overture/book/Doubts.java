package io.overture.book;

import io.overture.trigger.Book;
import io.overture.trigger.Trigger;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a valid book says that will not happen in this house: triggers that can never hold, and offers that can never be
 * made. It need not find all of them; what it finds is so.
 */
public final class Doubts {

    private final Book book;
    private final House house;
    private final Instant now;
    private final List<Doubt> found = new ArrayList<>();

    private Doubts(Book book, House house, Instant now) {
        this.book = book;
        this.house = house;
        this.now = now;
    }

    /** In the book's order. */
    public static List<Doubt> of(Book book, House house, Instant now) {
        var doubts = new Doubts(book, house, now);
        doubts.limits();
        for (int i = 0; i < book.triggers().size(); i++) {
            doubts.trigger("/triggers/" + i, book.triggers().get(i));
        }
        return List.copyOf(doubts.found);
    }

    private void limits() {
        if (book.limits().perSession() == 0) {
            found.add(new Doubt("/limits/perSession", "", "No invitation is ever made: a session may have none."));
        }
        if (book.triggers().isEmpty()) {
            found.add(new Doubt("/triggers", "", "There are no triggers: nobody is ever invited."));
        }
    }

    private void trigger(String at, Trigger trigger) {
        var until = trigger.active().until();
        if (until != null && !until.isAfter(now)) {
            add(at + "/active/until", trigger, "It can never hold again: it ended at %s.".formatted(until));
            return;
        }
        if (!neverHolds(at, trigger)) {
            offer(at + "/offer", trigger);
        }
    }

    /** Whether that is so at every site. */
    private boolean neverHolds(String at, Trigger trigger) {
        var without = shops(shop -> !Outlook.of(trigger.when(), shop).holds());
        if (without.isEmpty()) {
            return false;
        }
        var missing = new LinkedHashSet<String>();
        without.forEach(shop -> missing.addAll(Outlook.of(trigger.when(), shop).missing()));
        var why = missing.isEmpty() ? "its conditions exclude each other" : String.join(", and ", missing);
        add(at + "/when", trigger, "It can never hold%s: %s.".formatted(at(without), why));
        return without.size() == house.shops().size();
    }

    private void offer(String at, Trigger trigger) {
        var offer = trigger.offer();
        if (offer == null) {
            return;
        }
        var light = shops(shop -> isTooLight(trigger, shop));
        if (!light.isEmpty()) {
            add(
                    at,
                    trigger,
                    "It can never be offered%s: it weighs less than the book's floor of %s."
                            .formatted(at(light), book.floor().toPlainString()));
        }
        if (!house.channels().isEmpty()) {
            channels(at + "/channels", trigger, offer.channels());
        }
    }

    private void channels(String at, Trigger trigger, List<String> channels) {
        var unserved = channels.stream()
                .filter(channel -> !house.channels().contains(channel))
                .toList();
        if (unserved.size() == channels.size()) {
            add(at, trigger, "It can never be offered: no desk serves %s.".formatted(String.join(" or ", channels)));
        } else if (!unserved.isEmpty()) {
            add(at, trigger, "No desk serves %s, which it offers.".formatted(String.join(" or ", unserved)));
        }
    }

    /** Where nobody knows prices it weighs what the trigger assumes; where somebody does, there is no telling. */
    private boolean isTooLight(Trigger trigger, House.Shop shop) {
        if (trigger.intent().signum() == 0) {
            return book.floor().signum() > 0;
        }
        var assumed = trigger.assume();
        if (shop.prices()) {
            return false;
        }
        var most = assumed == null
                ? BigDecimal.ZERO
                : assumed.multiply(trigger.intent()).multiply(most());
        for (var boost : trigger.boosts()) {
            most = most.multiply(boost.times().max(BigDecimal.ONE));
        }
        return most.compareTo(book.floor()) < 0;
    }

    private BigDecimal most() {
        return book.relationship().values().stream().reduce(BigDecimal.ONE, BigDecimal::max);
    }

    private List<House.Shop> shops(Predicate<House.Shop> which) {
        return house.shops().stream().filter(which).toList();
    }

    private String at(List<House.Shop> some) {
        return some.size() == house.shops().size()
                ? ""
                : some.stream().map(House.Shop::site).collect(Collectors.joining(", ", " at ", ""));
    }

    private void add(String pointer, Trigger trigger, String says) {
        found.add(new Doubt(pointer, trigger.id(), says));
    }
}
