package io.overture.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Engine;
import io.overture.engine.Happenings;
import io.overture.engine.Input;
import io.overture.engine.TestBook;
import io.overture.visitor.Beacon;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Client;
import io.overture.visitor.Consent;
import io.overture.visitor.Context;
import io.overture.visitor.Event;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Visitor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each kind of condition against what it says, in plain cases and beside a slow reckoning from its definition. */
class ConditionsTest {

    private static final Instant T0 = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Item WATCH = Happenings.piece("W-100", "watches/dive", 12_500);
    private static final Item BAG = Happenings.piece("L-7", "leather", 3_000);
    private static final Item SCARF = Happenings.piece("C-2", "couture/silk", 450);
    private static final Item PRICELESS = new Item("P-1", null, null, WATCH.category(), null);
    private static final Duration LONG = Duration.ofMinutes(20);

    private record Case(String name, Condition condition, boolean holds, Event... events) {}

    @TestFactory
    List<DynamicTest> plainCases() {
        return cases().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    var scene = scene(visitor(List.of(each.events()), null, null));
                    assertThat(each.condition().holds(scene).contains(at(600))).isEqualTo(each.holds());
                }))
                .toList();
    }

    private static List<Case> cases() {
        return List.of(
                new Case("two of three views", views(3, Views.Distinct.NONE), false, view(1, WATCH), view(2, BAG)),
                new Case("views count repeats", views(2, Views.Distinct.NONE), true, view(1, WATCH), view(2, WATCH)),
                new Case(
                        "distinct items do not", views(2, Views.Distinct.ITEMS), false, view(1, WATCH), view(2, WATCH)),
                new Case("distinct items", views(2, Views.Distinct.ITEMS), true, view(1, WATCH), view(2, BAG)),
                new Case("one category", views(2, Views.Distinct.CATEGORIES), false, view(1, WATCH), view(2, WATCH)),
                new Case("two categories", views(2, Views.Distinct.CATEGORIES), true, view(1, WATCH), view(2, BAG)),
                new Case("a category and what is below it", inCategory("watches"), true, view(1, WATCH)),
                new Case("the whole path", inCategory("watches/dive"), true, view(1, WATCH)),
                new Case("half a word is no category", inCategory("wat"), false, view(1, WATCH)),
                new Case("dear enough", dearerThan(12_500), true, view(1, WATCH)),
                new Case("not dear enough", dearerThan(12_501), false, view(1, WATCH)),
                new Case("nobody knows how dear", dearerThan(1), false, view(1, PRICELESS)),
                new Case("nor whether not", new Condition.Not(dearerThan(1)), false, view(1, PRICELESS)),
                new Case("surely not dear", new Condition.Not(dearerThan(20_000)), true, view(1, WATCH)),
                new Case(
                        "three looks at one item",
                        looks(3, true),
                        true,
                        look(1, WATCH),
                        look(2, WATCH),
                        look(3, WATCH)),
                new Case(
                        "three looks at two items",
                        looks(3, true),
                        false,
                        look(1, WATCH),
                        look(2, BAG),
                        look(3, WATCH)),
                new Case("no matter which", looks(3, false), true, look(1, WATCH), look(2, BAG), look(3, WATCH)),
                new Case(
                        "a look belongs to the item viewed last",
                        looks(2, true),
                        true,
                        view(1, WATCH),
                        Happenings.lookAround(at(2), "sizing"),
                        look(3, WATCH)),
                new Case(
                        "a look before any view belongs to none",
                        looks(1, true),
                        false,
                        Happenings.lookAround(at(1), "sizing"),
                        view(2, WATCH)),
                new Case("but is one", looks(1, false), true, Happenings.lookAround(at(1), "sizing")),
                new Case("other topics do not count", looks(1, false), false, Happenings.look(at(1), "gift", "W-100")),
                new Case("a cart worth it", cart(5_000), true, add(1, BAG, 2)),
                new Case("a cart not worth it", cart(6_001), false, add(1, BAG, 2)),
                new Case("no cart", new Condition.Not(cart(1)), true, view(1, WATCH)),
                new Case("a cart nobody can value", cart(1), false, add(1, PRICELESS, 1), add(2, WATCH, 1)),
                new Case("less of it", cart(3_001), false, add(1, BAG, 2), remove(2, BAG, 1)),
                new Case("replaced", cart(12_500), true, add(1, BAG, 2), shown(2, Happenings.line(WATCH, 1))),
                new Case(
                        "older changes are ignored",
                        cart(3_001),
                        false,
                        shown(5, Happenings.line(BAG, 1)),
                        add(4, BAG, 1)),
                new Case("bought", cart(1), false, add(1, BAG, 1), Happenings.purchase(at(2), "T", BAG)),
                new Case(
                        "a checkout", reached(CheckoutStep.BEGIN_CHECKOUT), true, step(1, CheckoutStep.BEGIN_CHECKOUT)),
                new Case(
                        "a later step",
                        reached(CheckoutStep.BEGIN_CHECKOUT),
                        true,
                        step(1, CheckoutStep.ADD_PAYMENT_INFO)),
                new Case(
                        "not yet so far",
                        reached(CheckoutStep.ADD_PAYMENT_INFO),
                        false,
                        step(1, CheckoutStep.BEGIN_CHECKOUT)),
                new Case(
                        "ended by a purchase",
                        reached(CheckoutStep.BEGIN_CHECKOUT),
                        false,
                        step(1, CheckoutStep.BEGIN_CHECKOUT),
                        Happenings.purchase(at(2), "T", BAG)),
                new Case(
                        "ended by an emptied cart",
                        reached(CheckoutStep.BEGIN_CHECKOUT),
                        false,
                        add(1, BAG, 1),
                        step(2, CheckoutStep.BEGIN_CHECKOUT),
                        remove(3, BAG, 1)),
                new Case(
                        "begun again",
                        reached(CheckoutStep.BEGIN_CHECKOUT),
                        true,
                        Happenings.purchase(at(2), "T", BAG),
                        step(3, CheckoutStep.BEGIN_CHECKOUT)),
                new Case("still enough", new Idle(Duration.ofSeconds(599)), true, view(1, WATCH)),
                new Case("not still enough", new Idle(Duration.ofSeconds(600)), false, view(1, WATCH)),
                new Case(
                        "time in front of a page is stillness",
                        new Idle(Duration.ofSeconds(599)),
                        true,
                        view(1, WATCH),
                        Happenings.sitStill(at(500), Duration.ofSeconds(9), "W-100")),
                new Case("stake of what she looks at", stake(12_500, 12_500), true, view(1, WATCH)),
                new Case("stake of the cart", stake(15_000, 15_000), true, view(1, WATCH), add(2, BAG, 5)),
                new Case("of the item viewed last", stake(450, 450), true, view(1, WATCH), view(2, SCARF)),
                new Case(
                        "of the item with most engaged time",
                        stake(12_500, 12_500),
                        true,
                        view(1, WATCH),
                        Happenings.dwell(at(5), Duration.ofSeconds(3), "W-100"),
                        view(6, SCARF)),
                new Case(
                        "in the half hour before the last event",
                        stake(450, 450),
                        true,
                        view(-3_000, WATCH),
                        Happenings.dwell(at(-2_000), Duration.ofSeconds(300), "W-100"),
                        view(6, SCARF)),
                new Case("nothing at stake", stake(0, 0), true, search(1, 3)),
                new Case("nothing found", new Search(List.of(0), window(2)), true, search(1, 0), search(2, 0)),
                new Case("something found", new Search(List.of(0), window(2)), false, search(1, 0), search(2, 1)),
                new Case("few found", new Search(List.of(0, 1), window(2)), true, search(1, 0), search(2, 1)),
                new Case("an event of a name", named(Map.of()), true, other(1, Map.of())),
                new Case(
                        "with a parameter",
                        named(Map.of("k", List.of("a", "b"))),
                        true,
                        other(1, Map.of("k", "b", "z", "1"))),
                new Case("with another", named(Map.of("k", List.of("a", "b"))), false, other(1, Map.of("k", "c"))),
                new Case("without it", named(Map.of("k", List.of("a"))), false, other(1, Map.of())),
                new Case("a first visit", new Visits(1, null), true, view(1, WATCH)),
                new Case("not a second", new Visits(2, null), false, view(1, WATCH)),
                new Case("all", new Condition.All(List.of(cart(1), stake(1, 9))), false, add(1, BAG, 1)),
                new Case("any", new Condition.Any(List.of(cart(1), stake(1, 9))), true, add(1, BAG, 1)));
    }

    private record Standing(String name, Condition condition, boolean holds, Client client, Context context) {}

    @TestFactory
    List<DynamicTest> whoSheIsAndWhereSheComesFrom() {
        var vic = new Client("c", "vic", List.of("watches"), null);
        var plain = new Client("c", null, List.of(), null);
        var press = new Context(
                "fr-CA",
                null,
                null,
                "ca",
                "mobile",
                "www.vogue.fr",
                new Context.Campaign("vogue", "Editorial", "ss27"));
        var favourite = new Revisit(List.of(Revisit.Of.FAVOURITE_CATEGORY), 1, null);
        return List.of(
                        new Standing("known", new KnownClient(true, List.of()), true, vic, press),
                        new Standing("not unknown", new KnownClient(false, List.of()), false, vic, press),
                        new Standing("of a tier", new KnownClient(null, List.of("gold", "vic")), true, vic, press),
                        new Standing("of no tier", new KnownClient(null, List.of("vic")), false, plain, press),
                        new Standing("a named favourite", favourite, true, vic, press),
                        new Standing("none named", favourite, false, plain, press),
                        new Standing("medium, any case", source("medium", "editorial"), true, vic, press),
                        new Standing("another medium", source("medium", "cpc"), false, vic, press),
                        new Standing("campaign", source("campaign", "SS27"), true, vic, press),
                        new Standing("referrer's domain", source("host", "vogue.fr"), true, vic, press),
                        new Standing("half a domain", source("host", "ogue.fr"), false, vic, press),
                        new Standing("language range", setting("fr", null, null), true, vic, press),
                        new Standing("another region", setting("fr-FR", null, null), false, vic, press),
                        new Standing("country of the language", setting(null, "CA", null), true, vic, press),
                        new Standing("device", setting(null, null, "desktop"), false, vic, press),
                        new Standing("nothing said", setting("fr", null, null), false, vic, Context.UNKNOWN))
                .stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    var visitor = visitor(List.of(view(1, WATCH)), each.client(), each.context());
                    assertThat(each.condition().holds(scene(visitor)).contains(at(600)))
                            .isEqualTo(each.holds());
                }))
                .toList();
    }

    @Property(tries = 300)
    void dwellIsEngagedTimeInTheWindow(@ForAll Random random) {
        var events = new ArrayList<Event>();
        var engaged = new boolean[400];
        events.add(view(0, WATCH));
        for (int i = random.nextInt(12); i >= 0; i--) {
            int end = 1 + random.nextInt(200);
            int length = random.nextInt(40);
            events.add(Happenings.dwell(at(end), Duration.ofSeconds(length), "W-100"));
            for (int second = Math.max(0, end - length); second < end; second++) {
                engaged[second] = true;
            }
        }
        int atLeast = 1 + random.nextInt(60);
        int within = 1 + random.nextInt(150);
        var dwell = new Dwell(Duration.ofSeconds(atLeast), Duration.ofSeconds(within), List.of());

        var spans = dwell.holds(scene(visitor(events, null, null)));

        for (int now = 200; now < 400; now++) {
            int sum = 0;
            for (int second = Math.max(0, now - within); second < now; second++) {
                sum += engaged[second] ? 1 : 0;
            }
            assertThat(spans.contains(at(now))).as("at %d", now).isEqualTo(sum >= atLeast);
        }
    }

    @Property(tries = 300)
    void windowsAreHalfOpen(@ForAll Random random) {
        var times = new ArrayList<Integer>();
        var events = new ArrayList<Event>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            int second = random.nextInt(100);
            times.add(second);
            events.add(view(second, WATCH));
        }
        int atLeast = 1 + random.nextInt(16);
        int within = 1 + random.nextInt(100);
        var views = new Views(new Window(atLeast, Duration.ofSeconds(within)), Views.Distinct.NONE, List.of(), null);

        var spans = views.holds(scene(visitor(events, null, null)));

        for (int now = 100; now < 220; now++) {
            int from = now - within;
            assertThat(spans.contains(at(now)))
                    .isEqualTo(times.stream().filter(time -> time > from).count() >= atLeast);
        }
    }

    private static Visitor visitor(List<Event> events, Client client, Context context) {
        var standing = new Beacon.Standing(new Consent(true, true), client, context);
        var beacon = new Beacon("page", 1, "session", standing, events);
        return Engine.step(
                        Visitor.NOBODY,
                        List.of(new Input.Arrived(beacon)),
                        at(600),
                        TestBook.book().facts(),
                        null)
                .visitor();
    }

    private static Scene scene(Visitor visitor) {
        return new Scene(visitor, visitor.session(), TestBook.book().facts().prices());
    }

    private static Instant at(int second) {
        return T0.plusSeconds(second);
    }

    private static Event view(int second, Item item) {
        return Happenings.view(at(second), item);
    }

    private static Event look(int second, Item item) {
        return Happenings.look(at(second), "sizing", item.id());
    }

    private static Event add(int second, Item item, int quantity) {
        return Happenings.addToCart(at(second), item, quantity);
    }

    private static Event remove(int second, Item item, int quantity) {
        return Happenings.removeFromCart(at(second), item, quantity);
    }

    private static Event shown(int second, Line... lines) {
        return Happenings.cart(at(second), lines);
    }

    private static Event step(int second, CheckoutStep step) {
        return Happenings.checkout(at(second), step);
    }

    private static Event search(int second, int results) {
        return Happenings.search(at(second), results);
    }

    private static Event other(int second, Map<String, String> params) {
        return Happenings.other(at(second), "join_waitlist", params);
    }

    private static Condition views(int atLeast, Views.Distinct distinct) {
        return new Views(window(atLeast), distinct, List.of(), null);
    }

    private static Condition inCategory(String category) {
        return new Views(window(1), Views.Distinct.NONE, List.of(category), null);
    }

    private static Condition dearerThan(int price) {
        return new Views(window(1), Views.Distinct.NONE, List.of(), BigDecimal.valueOf(price));
    }

    private static Condition looks(int atLeast, boolean sameItem) {
        return new Details(List.of("sizing", "care"), window(atLeast), sameItem);
    }

    private static Condition cart(int atLeast) {
        return new CartWorth(BigDecimal.valueOf(atLeast));
    }

    private static Condition reached(CheckoutStep step) {
        return new CheckoutReached(List.of(step));
    }

    private static Condition stake(int atLeast, int atMost) {
        return new StakeWithin(BigDecimal.valueOf(atLeast), BigDecimal.valueOf(atMost));
    }

    private static Condition named(Map<String, List<String>> where) {
        return new Happened(List.of("join_waitlist"), window(1), where);
    }

    private static Condition source(String what, String value) {
        var none = List.<String>of();
        return switch (what) {
            case "medium" -> new Arrival(none, List.of(value), none, none);
            case "campaign" -> new Arrival(none, none, List.of(value), none);
            default -> new Arrival(none, none, none, List.of(value));
        };
    }

    private static Condition setting(String language, String country, String device) {
        return new Setting(listOf(language), listOf(country), List.of(), listOf(device));
    }

    private static List<String> listOf(String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static Window window(int atLeast) {
        return new Window(atLeast, LONG);
    }
}
