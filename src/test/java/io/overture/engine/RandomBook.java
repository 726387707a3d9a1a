package io.overture.engine;

import io.overture.trigger.Arrival;
import io.overture.trigger.CartWorth;
import io.overture.trigger.CheckoutReached;
import io.overture.trigger.Condition;
import io.overture.trigger.Details;
import io.overture.trigger.Dwell;
import io.overture.trigger.Happened;
import io.overture.trigger.Idle;
import io.overture.trigger.KnownClient;
import io.overture.trigger.Limits;
import io.overture.trigger.Revisit;
import io.overture.trigger.Search;
import io.overture.trigger.Setting;
import io.overture.trigger.StakeWithin;
import io.overture.trigger.Trigger;
import io.overture.trigger.Views;
import io.overture.trigger.Visits;
import io.overture.trigger.Window;
import io.overture.visitor.CheckoutStep;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Books of every kind of condition, nested, negated and shared, in few enough words that visitors meet them. */
final class RandomBook {

    static final List<String> CATEGORIES = List.of(
            "watches", "watches/dive", "watches/dive/deep", "leather", "leather/bags", "couture/silk", "", "wat");
    static final List<String> TOPICS = List.of("sizing", "materials", "care", "gift");
    static final List<String> NAMES = List.of("share", "join_waitlist", "view_item", "search", "payment_failed");

    private final Random random;
    private final List<Condition> made = new ArrayList<>();

    RandomBook(Random random) {
        this.random = random;
    }

    TestBook book(int triggers) {
        var book = TestBook.book();
        for (int i = 0; i < triggers; i++) {
            var plain = TestBook.trigger(
                    "t-" + i, condition(3), random.nextDouble(), amount(3_000), random.nextInt(4) == 0);
            book.with(new Trigger(
                    plain.id(),
                    null,
                    plain.when(),
                    plain.intent(),
                    plain.assume(),
                    random.nextInt(5) == 0 && plain.alert() ? null : plain.offer(),
                    plain.alert(),
                    active(),
                    random.nextInt(3) == 0
                            ? List.of(new Trigger.Boost(condition(2), new BigDecimal("1.5")))
                            : List.of()));
        }
        var never = random.nextInt(3) == 0 ? condition(2) : null;
        return book.limits(new Limits(1 + random.nextInt(4), minutes(20), minutes(60), minutes(30), minutes(2), never));
    }

    private Trigger.Active active() {
        return random.nextInt(6) == 0
                ? new Trigger.Active(
                        random.nextBoolean() ? Shopper.START.plus(minutes(30)) : null,
                        random.nextBoolean() ? Shopper.START.plus(minutes(90)) : null)
                : Trigger.Active.ALWAYS;
    }

    private Condition condition(int depth) {
        if (!made.isEmpty() && random.nextInt(6) == 0) {
            return made.get(random.nextInt(made.size()));
        }
        var condition = switch (depth == 0 ? 0 : random.nextInt(6)) {
            case 1, 2 -> new Condition.All(parts(depth));
            case 3 -> new Condition.Any(parts(depth));
            case 4 -> new Condition.Not(condition(depth - 1));
            default -> leaf();
        };
        made.add(condition);
        return condition;
    }

    private List<Condition> parts(int depth) {
        var parts = new ArrayList<Condition>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(condition(depth - 1));
        }
        return parts;
    }

    private Condition leaf() {
        return switch (random.nextInt(18)) {
            case 0 ->
                new Arrival(
                        some(List.of("vogue", "mail")),
                        some(List.of("editorial", "cpc")),
                        some(List.of("ss27")),
                        some(List.of("vogue.fr", "fr")));
            case 1 -> new CartWorth(BigDecimal.valueOf(random.nextInt(9_000)));
            case 2 -> new CheckoutReached(List.of(CheckoutStep.values()[random.nextInt(3)]));
            case 3, 4 -> new Details(oneOrMore(TOPICS), window(), random.nextBoolean());
            case 5, 6 -> new Dwell(seconds(240), seconds(1_800), some(CATEGORIES));
            case 7, 8 -> new Happened(oneOrMore(NAMES), window(), where());
            case 9 -> new Idle(seconds(300));
            case 10 ->
                new KnownClient(
                        random.nextInt(3) == 0 ? null : (Boolean) random.nextBoolean(), some(List.of("vic", "gold")));
            case 11 ->
                new Revisit(
                        oneOrMore(List.of(Revisit.Of.values())),
                        1 + random.nextInt(3),
                        random.nextBoolean() ? null : seconds(1_800));
            case 12 -> new Search(oneOrMore(List.of(0, 1, 2)), window());
            case 13 ->
                new Setting(
                        some(List.of("fr", "fr-CA", "zh-Hant", "en")),
                        some(List.of("FR", "CA")),
                        some(List.of("eu", "ca")),
                        some(List.of("mobile")));
            case 14 -> new StakeWithin(amount(9_000), amount(20_000));
            case 15, 16 ->
                new Views(
                        window(),
                        Views.Distinct.values()[random.nextInt(3)],
                        some(CATEGORIES),
                        random.nextBoolean() ? null : amount(5_000));
            default -> new Visits(1 + random.nextInt(3), random.nextBoolean() ? null : seconds(90_000));
        };
    }

    private Window window() {
        return new Window(1 + random.nextInt(random.nextInt(8) == 0 ? 16 : 3), seconds(1_800));
    }

    private Map<String, List<String>> where() {
        return random.nextBoolean() ? Map.of() : Map.of("k", oneOrMore(List.of("a", "b", "c")));
    }

    private @Nullable BigDecimal amount(int most) {
        return random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(most));
    }

    private Duration seconds(int most) {
        return Duration.ofSeconds(1 + random.nextInt(most));
    }

    private Duration minutes(int most) {
        return Duration.ofMinutes(random.nextInt(most));
    }

    private <T> List<T> some(List<T> all) {
        return random.nextInt(3) == 0 ? oneOrMore(all) : List.of();
    }

    private <T> List<T> oneOrMore(List<T> all) {
        var some = new ArrayList<T>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return some;
    }
}
