package io.overture.engine;

import static io.overture.engine.Happenings.BAG;
import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.addToCart;
import static io.overture.engine.Happenings.checkout;
import static io.overture.engine.Happenings.dwell;
import static io.overture.engine.Happenings.look;
import static io.overture.engine.Happenings.other;
import static io.overture.engine.Happenings.purchase;
import static io.overture.engine.Happenings.search;
import static io.overture.engine.Happenings.view;
import static io.overture.engine.Happenings.wish;
import static io.overture.engine.TestBook.UNLIMITED;
import static io.overture.engine.TestBook.views;
import static io.overture.engine.TestBook.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.CartWorth;
import io.overture.trigger.CheckoutReached;
import io.overture.trigger.Condition;
import io.overture.trigger.Details;
import io.overture.trigger.Dwell;
import io.overture.trigger.Happened;
import io.overture.trigger.Idle;
import io.overture.trigger.KnownClient;
import io.overture.trigger.Revisit;
import io.overture.trigger.Search;
import io.overture.trigger.StakeWithin;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Due;
import io.overture.visitor.Item;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which moments begin, when, and what they weigh. */
class MomentsTest {

    @Test
    void fiveMinutesOnAPremiumPieceBecomeAnInvitation() {
        var shopper = new Shopper(
                        TestBook.book().offers("dwell", extendedConsideration()).facts())
                .hello();

        shopper.does(view(shopper.now, WATCH))
                .afterSeconds(301)
                .does(dwell(shopper.now, Duration.ofSeconds(300), "W-100"));

        assertThat(shopper.trigger()).isEqualTo("dwell");
        assertThat(shopper.visitor.invitation()).isNotNull();
        assertThat(shopper.visitor.invitation().item()).isEqualTo("W-100");
        assertThat(shopper.visitor.invitation().weight()).isEqualByComparingTo("6250");
    }

    @Test
    void engagedTimeBeforeTheSessionBeganDoesNotCount() {
        var shopper = new Shopper(
                        TestBook.book().offers("dwell", extendedConsideration()).facts())
                .hello();

        shopper.does(view(shopper.now, WATCH), dwell(shopper.now, Duration.ofSeconds(300), "W-100"));

        assertThat(shopper.invited()).isEmpty();
    }

    @Test
    void stillnessIsNoticedWithoutAnythingHappening() {
        var shopper =
                new Shopper(TestBook.book().offers("hesitation", hesitation()).facts()).hello();
        shopper.does(addToCart(shopper.now, WATCH, 1), checkout(shopper.now, CheckoutStep.BEGIN_CHECKOUT));

        shopper.waits(119);
        assertThat(shopper.invited()).isEmpty();
        shopper.waits(1);

        assertThat(shopper.trigger()).isEqualTo("hesitation");
    }

    @Test
    void aPurchaseEndsTheCheckout() {
        var shopper =
                new Shopper(TestBook.book().offers("hesitation", hesitation()).facts()).hello();
        shopper.does(addToCart(shopper.now, WATCH, 1), checkout(shopper.now, CheckoutStep.BEGIN_CHECKOUT));

        shopper.afterSeconds(60).does(purchase(shopper.now, "T-1", WATCH)).waits(300);

        assertThat(shopper.invited()).isEmpty();
    }

    @Test
    void aClientWhoReturnsToWhatSheWishedForIsWelcomed() {
        var returning = new Condition.All(
                List.of(new KnownClient(true, List.of()), new Revisit(List.of(Revisit.Of.WISHLIST), 1, null)));
        var shopper = new Shopper(TestBook.book().offers("return", returning).facts()).isClient("c-1", "vic");
        shopper.does(view(shopper.now, WATCH), wish(shopper.now, WATCH));
        assertThat(shopper.invited()).isEmpty();

        shopper.in("session-2").after(Duration.ofDays(2)).hello().does(view(shopper.now, WATCH));

        assertThat(shopper.trigger()).isEqualTo("return");
        assertThat(shopper.visitor.invitation().weight()).isEqualByComparingTo("18750");
    }

    @Test
    void aMomentThatBeginsAnewIsANewMoment() {
        var stillness = new Condition.All(List.of(views(1), new Idle(Duration.ofSeconds(10))));
        var shopper = new Shopper(
                        TestBook.book().offers("t", stillness).limits(UNLIMITED).facts())
                .hello();
        shopper.does(view(shopper.now, WATCH)).waits(10).answers(shopper.invitation(), Input.Response.DECLINED);
        shopper.forgetsWhatWasSaid();

        shopper.does(other(shopper.now, "page_view", Map.of())).waits(10);

        assertThat(shopper.trigger()).isEqualTo("t");
    }

    @Test
    void anAlertIsDueAndInterruptsNobody() {
        var shopper = new Shopper(TestBook.book().alerts("press", views(1)).facts()).hello();

        shopper.does(view(shopper.now, WATCH)).does(view(shopper.now, BAG));

        assertThat(shopper.invited()).isEmpty();
        assertThat(shopper.visitor.due()).singleElement().isInstanceOf(Due.Alert.class);
    }

    @Test
    void anUnknownPriceWeighsNothingAndSatisfiesNeitherAConditionNorItsOpposite() {
        var nameless = new Item("X", "X", null, WATCH.category(), null);
        var atLeast = new StakeWithin(BigDecimal.ONE, null);
        var shopper = new Shopper(TestBook.book()
                .offers("dear", atLeast)
                .offers("cheap", new Condition.Not(atLeast))
                .offersAssuming("assumed", views(1), 2_000)
                .facts());

        shopper.does(view(shopper.now, nameless)).hello();

        assertThat(shopper.trigger()).isEqualTo("assumed");
        assertThat(shopper.visitor.session().moments()).containsOnlyKeys("assumed");
        assertThat(shopper.visitor.invitation().weight()).isEqualByComparingTo("1000");
    }

    @Test
    void aBeaconPaysOnlyForWhatItTouches() {
        var book = TestBook.book()
                .offers("dwell", extendedConsideration())
                .offers("details", new Details(List.of("sizing"), window(3), true))
                .offers("search", new Search(List.of(0), window(2)))
                .offers("event", new Happened(List.of("share"), window(2), Map.of()));
        var shopper = new Shopper(book.facts());
        shopper.does(view(shopper.now, WATCH), search(shopper.now, 3));
        assertThat(shopper.last.sight().asked()).isEqualTo(2);

        shopper.does(search(shopper.now, 0));
        assertThat(shopper.last.sight().asked()).isEqualTo(1);
        shopper.does(look(shopper.now, "sizing", "W-100"));

        assertThat(shopper.last.sight().asked()).isEqualTo(1);
    }

    private static Condition extendedConsideration() {
        return new Condition.All(List.of(
                new Dwell(Duration.ofMinutes(5), Duration.ofMinutes(30), List.of()),
                new StakeWithin(BigDecimal.valueOf(2_500), null)));
    }

    private static Condition hesitation() {
        return new Condition.All(List.of(
                new CartWorth(BigDecimal.valueOf(5_000)),
                new CheckoutReached(List.of(CheckoutStep.BEGIN_CHECKOUT)),
                new Idle(Duration.ofMinutes(2))));
    }
}
