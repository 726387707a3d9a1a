package io.overture.engine;

import io.overture.visitor.Beacon;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Client;
import io.overture.visitor.Consent;
import io.overture.visitor.Context;
import io.overture.visitor.Event;
import io.overture.visitor.Item;
import io.overture.visitor.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whatever may happen to a visitor, by chance: several pages and visits, early and late, in the words of {@link RandomBook}. */
final class RandomVisit {

    private final Random random;
    private final long[] seqs = new long[3];
    private Beacon.Standing standing = new Beacon.Standing(new Consent(true, true), null, null);
    private int session;

    RandomVisit(Random random) {
        this.random = random;
    }

    List<Input> next(Visitor visitor, Instant now) {
        return switch (random.nextInt(20)) {
            case 0 -> List.of(new Input.Greeted(Shopper.TAB, "s-" + session, standing));
            case 1 -> List.of(new Input.Left(Shopper.TAB));
            case 2 -> {
                session += random.nextInt(3) == 0 ? 1 : 0;
                standing = standing();
                yield List.of(arrived(List.of(event(now))));
            }
            case 3, 4 -> List.of(new Input.Woken());
            case 5 -> answered(visitor);
            case 6 -> List.of(arrived(burst(now)));
            default -> List.of(arrived(events(now)));
        };
    }

    private List<Input> answered(Visitor visitor) {
        var invitation = visitor.invitation();
        return invitation == null
                ? List.of(new Input.Woken())
                : List.of(new Input.Answered(
                        Shopper.TAB,
                        invitation.id(),
                        Input.Response.values()[random.nextInt(Input.Response.values().length)],
                        null));
    }

    private Input.Arrived arrived(List<Event> events) {
        int page = random.nextInt(seqs.length);
        return new Input.Arrived(new Beacon("page-" + page, ++seqs[page], "s-" + session, standing, events));
    }

    private Beacon.Standing standing() {
        var client = random.nextInt(3) == 0
                ? null
                : new Client(
                        "c-" + random.nextInt(2), one("vic", "gold", null), List.of(one("watches", "leather")), null);
        var context = new Context(
                one("fr-CA", "zh-TW", "en", null),
                null,
                one("FR", "CA", null),
                one("eu", "ca", null),
                one("mobile", "desktop", null),
                one("www.vogue.fr", "vogue.fr", "x.com", null),
                random.nextBoolean()
                        ? null
                        : new Context.Campaign(one("Vogue", null), one("editorial", "cpc"), "ss27"));
        return new Beacon.Standing(
                new Consent(true, random.nextInt(6) > 0), client, random.nextBoolean() ? null : context);
    }

    private List<Event> events(Instant now) {
        var events = new ArrayList<Event>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            events.add(event(now.minus(seconds(random.nextInt(5) == 0 ? 1_200 : 20))));
        }
        return events;
    }

    /** More than is kept of anything. */
    private List<Event> burst(Instant now) {
        var events = new ArrayList<Event>();
        int kind = random.nextInt(4);
        for (int i = 0; i < 70 && random.nextInt(90) > 0; i++) {
            var at = now.minus(seconds(30));
            events.add(
                    switch (kind) {
                        case 0 -> Happenings.view(at, item(120));
                        case 1 -> Happenings.other(at, "name-" + random.nextInt(90), Map.of());
                        case 2 -> Happenings.search(at, random.nextInt(40));
                        default -> Happenings.dwellOnTheLast(at, seconds(40));
                    });
        }
        return events.isEmpty() ? events(now) : events;
    }

    private Event event(Instant at) {
        var item = item(7);
        return switch (random.nextInt(17)) {
            case 0, 1, 2, 3 -> Happenings.view(at, item);
            case 4 -> Happenings.look(at, topic(), item.id());
            case 5 -> Happenings.lookAround(at, topic());
            case 6 -> Happenings.dwell(at, seconds(200), item.id());
            case 7 -> Happenings.dwellOnTheLast(at, seconds(200));
            case 8 -> Happenings.sitStill(at, seconds(200), item.id());
            case 9 -> Happenings.addToCart(at, item, 1 + random.nextInt(2));
            case 10 -> Happenings.removeFromCart(at, item, 1 + random.nextInt(2));
            case 11 -> Happenings.cart(at, Happenings.line(item, 1));
            case 12 -> random.nextBoolean() ? Happenings.wish(at, item) : Happenings.unwish(at, item);
            case 13 -> Happenings.search(at, random.nextInt(3));
            case 14 -> Happenings.checkout(at, CheckoutStep.values()[random.nextInt(3)]);
            case 15 -> Happenings.purchase(at, "T-" + random.nextInt(9), item);
            default -> Happenings.other(at, RandomBook.NAMES.get(random.nextInt(RandomBook.NAMES.size())), params());
        };
    }

    private Map<String, String> params() {
        return random.nextBoolean() ? Map.of() : Map.of("k", one("a", "b", "z"));
    }

    /** Some pieces have no price, and some change their category from page to page. */
    private Item item(int of) {
        int n = random.nextInt(of);
        var category = RandomBook.CATEGORIES.get((n == 0 ? random.nextInt(99) : n) % RandomBook.CATEGORIES.size());
        var piece = Happenings.piece("I-" + n, category, 1_700 * n + 1);
        return n % 5 == 3 ? new Item(piece.id(), piece.name(), null, piece.category(), null) : piece;
    }

    private String topic() {
        return RandomBook.TOPICS.get(random.nextInt(RandomBook.TOPICS.size()));
    }

    private Duration seconds(int most) {
        return Duration.ofSeconds(random.nextInt(most), random.nextInt(1_000) * 1_000_000L);
    }

    @SafeVarargs
    private <T> T one(T... all) {
        return all[random.nextInt(all.length)];
    }
}
