package io.overture.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.overture.trigger.Arrival;
import io.overture.trigger.CartWorth;
import io.overture.trigger.CheckoutReached;
import io.overture.trigger.Condition;
import io.overture.trigger.Details;
import io.overture.trigger.Dwell;
import io.overture.trigger.Facts;
import io.overture.trigger.Happened;
import io.overture.trigger.Idle;
import io.overture.trigger.KnownClient;
import io.overture.trigger.Revisit;
import io.overture.trigger.Search;
import io.overture.trigger.Setting;
import io.overture.trigger.StakeWithin;
import io.overture.trigger.Views;
import io.overture.trigger.Window;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Context;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What a trigger costs that cannot have changed, in bytes allocated: counts, which no load on the machine moves. */
class EvaluationCostTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int[] SIZES = {6, 200, 1_000};
    /** Of a step in the smallest of these books. */
    private static final int MOST_BYTES = 13_000;

    private static final int WARM = 4_000;
    private static final int MEASURED = 500;

    @Test
    void a_trigger_that_cannot_have_changed_costs_nearly_nothing() {
        long[] bytes = bytesOfAView(EvaluationCostTest::elsewhere);

        var measured = "bytes with %s triggers: %s".formatted(Arrays.toString(SIZES), Arrays.toString(bytes));
        assertThat((bytes[2] - bytes[0]) / (SIZES[2] - SIZES[0])).as(measured).isLessThanOrEqualTo(100);
        assertThat(bytes[0]).as(measured).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(bytes[1]).as(measured).isLessThanOrEqualTo(bytes[0] * 3 / 2);
        assertThat(bytes[2]).as(measured).isLessThanOrEqualTo(bytes[0] * 3 / 2);
    }

    /** Bytes a view allocates, for each of {@link #SIZES}; the sizes take turns, so that they are compiled alike. */
    static long[] bytesOfAView(IntFunction<Condition> others) {
        var shoppers = Arrays.stream(SIZES)
                .mapToObj(size -> midSession(facts(size, others)))
                .toList();
        var steps = shoppers.stream().map(EvaluationCostTest::view).toList();
        for (int i = 0; i < WARM; i++) {
            steps.forEach(Runnable::run);
        }
        return steps.stream().mapToLong(EvaluationCostTest::allocated).toArray();
    }

    private static long allocated(Runnable step) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < MEASURED; i++) {
            step.run();
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / MEASURED;
    }

    /** The same visitor views the same piece over and over, from the same value. */
    private static Runnable view(Shopper shopper) {
        var visitor = shopper.visitor;
        var seen = shopper.last.sight();
        var now = shopper.now.plusSeconds(5);
        var inputs = List.of(shopper.beacon(99, Happenings.view(now, Happenings.piece("W-3", "watches/dive", 12_400))));
        return () -> Engine.step(visitor, inputs, now, shopper.facts, seen);
    }

    private static Facts facts(int size, IntFunction<Condition> others) {
        var book = TestBook.book()
                .offers("consideration", all(dwell(300), new StakeWithin(BigDecimal.valueOf(2_500), null)))
                .offers("reassurance", new Details(List.of("sizing", "materials"), window(3), true))
                .offers(
                        "hesitation",
                        all(
                                new CartWorth(BigDecimal.valueOf(5_000)),
                                new CheckoutReached(List.of(CheckoutStep.BEGIN_CHECKOUT)),
                                new Idle(Duration.ofMinutes(2))))
                .offers(
                        "return",
                        all(
                                new KnownClient(true, List.of()),
                                new Revisit(List.of(Revisit.Of.FAVOURITE_CATEGORY, Revisit.Of.WISHLIST), 1, null)))
                .offers("search", new Search(List.of(0), window(2)))
                .offers(
                        "comparison",
                        new Views(window(16), Views.Distinct.ITEMS, List.of(), BigDecimal.valueOf(2_500)));
        for (int i = 6; i < size; i++) {
            book.offers("other-" + i, others.apply(i));
        }
        return book.facts();
    }

    /** Triggers that name other categories, events, topics, campaigns, languages and tiers than the visitor's. */
    private static Condition elsewhere(int i) {
        var category = List.of("category-" + i);
        return switch (i % 8) {
            case 0 -> all(new Dwell(Duration.ofMinutes(5), Duration.ofMinutes(30), category), stake());
            case 1 -> all(new Views(window(3), Views.Distinct.ITEMS, category, null), stake());
            case 2 -> new Happened(List.of("event-" + i), window(2), Map.of());
            case 3 -> all(new Arrival(List.of(), List.of(), List.of("campaign-" + i), List.of()), views());
            case 4 -> all(new KnownClient(null, List.of("tier-" + i)), views(), new Idle(Duration.ofMinutes(2)));
            case 5 -> all(new Details(List.of("topic-" + i), window(2), false), stake());
            case 6 -> all(new Setting(List.of(), List.of(), List.of("market-" + i), List.of()), dwell(30));
            default ->
                all(
                        new Happened(List.of("event-" + i), window(1), Map.of()),
                        new Condition.Not(new Views(window(2), Views.Distinct.NONE, category, null)));
        };
    }

    private static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    private static Condition dwell(int seconds) {
        return new Dwell(Duration.ofSeconds(seconds), Duration.ofMinutes(30), List.of());
    }

    private static Condition stake() {
        return new StakeWithin(BigDecimal.valueOf(1_000), null);
    }

    private static Condition views() {
        return TestBook.views(3);
    }

    private static Window window(int atLeast) {
        return TestBook.window(atLeast);
    }

    /** Twelve pieces viewed, looks, engaged time with and without an item named, a search, a cart. */
    static Shopper midSession(Facts facts) {
        var shopper = new Shopper(facts)
                .from(new Context("fr-FR", "Europe/Paris", "FR", "fr", "mobile", null, null))
                .hello();
        for (int i = 0; i < 12; i++) {
            var piece = Happenings.piece("W-" + i, i % 3 == 0 ? "watches/dive" : "leather", 12_400);
            shopper.afterSeconds(20)
                    .does(Happenings.view(shopper.now, piece))
                    .afterSeconds(15)
                    .does(
                            Happenings.dwellOnTheLast(shopper.now, Duration.ofSeconds(10)),
                            Happenings.lookAround(shopper.now, "delivery"))
                    .does(Happenings.dwell(shopper.now, Duration.ofSeconds(3), piece.id()));
        }
        return shopper.does(Happenings.search(shopper.now, 7))
                .does(Happenings.addToCart(shopper.now, Happenings.BAG, 1));
    }
}
