package io.overture.engine;

import static io.overture.engine.Happenings.addToCart;
import static io.overture.engine.Happenings.checkout;
import static io.overture.engine.Happenings.dwell;
import static io.overture.engine.Happenings.look;
import static io.overture.engine.Happenings.other;
import static io.overture.engine.Happenings.piece;
import static io.overture.engine.Happenings.purchase;
import static io.overture.engine.Happenings.search;
import static io.overture.engine.Happenings.view;
import static io.overture.engine.Happenings.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.CartWorth;
import io.overture.trigger.CheckoutReached;
import io.overture.trigger.Condition;
import io.overture.trigger.Details;
import io.overture.trigger.Dwell;
import io.overture.trigger.Facts;
import io.overture.trigger.Happened;
import io.overture.trigger.Idle;
import io.overture.trigger.KnownClient;
import io.overture.trigger.Limits;
import io.overture.trigger.Revisit;
import io.overture.trigger.Search;
import io.overture.trigger.StakeWithin;
import io.overture.trigger.Views;
import io.overture.trigger.Window;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Context;
import io.overture.visitor.Due;
import io.overture.visitor.Item;
import io.overture.visitor.Outcome;
import io.overture.visitor.Tab;
import io.overture.visitor.Verdict;
import io.overture.visitor.Visitor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineTest {

    private static final Item WATCH = piece("W-100", "watches", 12_500);
    private static final Item BAG = piece("L-7", "leather", 3_000);
    private static final Limits UNLIMITED = new Limits(9, Duration.ZERO, Duration.ZERO, Duration.ZERO, null);

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
    void theFirstReasonAgainstAMomentIsTheOneGiven() {
        var anyView = views(1);
        var limited = new Limits(1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(45), null);

        assertThat(verdict(TestBook.book().offers("t", anyView).limits(limited).floor(99_999), true))
                .isEqualTo(Verdict.LIMITS);
        assertThat(verdict(TestBook.book().offers("t", anyView).floor(99_999), false))
                .isEqualTo(Verdict.UNREACHABLE);
        assertThat(verdict(TestBook.book().offers("t", anyView).floor(99_999), true))
                .isEqualTo(Verdict.PACING);
        assertThat(verdict(TestBook.book().offers("t", anyView).holdout("unknown", 0.6), true))
                .isEqualTo(Verdict.HOLDOUT);
        assertThat(verdict(TestBook.book().offers("t", anyView), true)).isEqualTo(Verdict.OFFERED);
    }

    @Test
    void aPageAtANodeNotHeardOfYetIsLookedForOnceMore() {
        var book = TestBook.book().offers("t", views(1));
        var unaware = TestBook.facts(book.done());
        var shopper = new Shopper(unaware).hello(new Tab("node-2", "tab-1"));
        shopper.does(view(shopper.now, WATCH));
        assertThat(shopper.invited()).isEmpty();

        shopper.facts = new Facts(unaware.book(), unaware.prices(), Set.of("node-2"), unaware.draw(), unaware.ids());
        shopper.waits(Engine.ACQUAINTANCE.toSeconds());

        assertThat(shopper.trigger()).isEqualTo("t");
    }

    @Test
    void aPageAtANodeThatIsGoneIsNotLookedForForever() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello(new Tab("node-2", "tab-1"));
        shopper.does(view(shopper.now, WATCH));
        shopper.waits(Engine.ACQUAINTANCE.toSeconds());

        assertThat(shopper.last.wakeAt()).isAfter(shopper.now.plus(Engine.ACQUAINTANCE));
    }

    @Test
    void theHeaviestMomentIsOfferedAndTheBooksOrderBreaksTies() {
        var book = TestBook.book()
                .offers("light", views(1), 0.1)
                .offers("heavy", views(1), 0.9)
                .offers("as-heavy", views(1), 0.9);
        var shopper = new Shopper(book.facts()).hello();

        shopper.does(view(shopper.now, WATCH));

        assertThat(shopper.trigger()).isEqualTo("heavy");
        assertThat(shopper.visitor.session().moments().get("light").verdict()).isEqualTo(Verdict.OUTWEIGHED);
        assertThat(shopper.visitor.session().moments().get("as-heavy").verdict())
                .isEqualTo(Verdict.OUTWEIGHED);
    }

    @Test
    void whatWasBlockedIsOfferedWhenTheBlockHasPassedAndItStillHolds() {
        var settling = new Limits(1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(45), null);
        var shopper = new Shopper(
                        TestBook.book().offers("t", views(1)).limits(settling).facts())
                .hello();
        shopper.does(view(shopper.now, WATCH));

        shopper.waits(44);
        assertThat(shopper.invited()).isEmpty();
        shopper.waits(1);

        assertThat(shopper.trigger()).isEqualTo("t");
    }

    @Test
    void whoCannotBeReachedIsInvitedWhenSheCan() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts());
        shopper.does(view(shopper.now, WATCH));
        assertThat(shopper.invited()).isEmpty();

        shopper.afterSeconds(5).hello();

        assertThat(shopper.trigger()).isEqualTo("t");
    }

    @Test
    void aMomentIsOfferedOnceHoweverLongItHolds() {
        var shopper = new Shopper(
                        TestBook.book().offers("t", views(1)).limits(UNLIMITED).facts())
                .hello();
        shopper.does(view(shopper.now, WATCH));
        var first = shopper.invitation();

        shopper.answers(first, Input.Response.DECLINED).forgetsWhatWasSaid().waits(500);

        assertThat(shopper.invited()).isEmpty();
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
    void anUnseenInvitationIsSentAgainUntilItIsShown() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello();
        shopper.does(view(shopper.now, WATCH)).waits(7);
        assertThat(shopper.effects())
                .filteredOn(Effect.Deliver.class::isInstance)
                .hasSize(3);

        shopper.answers(shopper.invitation(), Input.Response.SHOWN).waits(20);

        assertThat(shopper.effects())
                .filteredOn(Effect.Deliver.class::isInstance)
                .hasSize(3);
    }

    @Test
    void anInvitationExpiresByItself() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello();
        shopper.does(view(shopper.now, WATCH));
        var id = shopper.invitation();

        shopper.waits(120);

        assertThat(shopper.effects()).contains(new Effect.Withdraw(id, Effect.Reason.EXPIRED, List.of(Shopper.TAB)));
        assertThat(shopper.visitor.invitation()).isNull();
    }

    @Test
    void theFirstAnswerWinsAndTheOthersAreTold() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts())
                .hello()
                .hello(Shopper.OTHER_TAB);
        shopper.does(view(shopper.now, WATCH));
        var id = shopper.invitation();

        shopper.answers(id, Input.Response.ACCEPTED).answers(Shopper.OTHER_TAB, id, Input.Response.DECLINED);

        var elsewhere = new Effect.Withdraw(id, Effect.Reason.ANSWERED_ELSEWHERE, List.of(Shopper.OTHER_TAB));
        assertThat(shopper.effects()).filteredOn(elsewhere::equals).hasSize(2);
        assertThat(shopper.visitor.conversation()).isNotNull();
        assertThat(shopper.visitor.memory().refusedAt()).isNull();
        assertThat(shopper.visitor.due()).singleElement().isInstanceOf(Due.Wanted.class);
    }

    @Test
    void theSameAnswerAgainChangesNothing() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello();
        shopper.does(view(shopper.now, WATCH));
        var id = shopper.invitation();
        shopper.answers(id, Input.Response.ACCEPTED);
        var before = shopper.visitor;

        shopper.answers(id, Input.Response.ACCEPTED);

        assertThat(shopper.visitor).isEqualTo(before);
        assertThat(shopper.last.receipts()).containsExactly(Receipt.REPEATED);
        assertThat(shopper.effects()).noneMatch(Effect.Withdraw.class::isInstance);
    }

    @Test
    void anAnswerAfterItExpiredGetsAKindWordAndNoMore() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello();
        shopper.does(view(shopper.now, WATCH));
        var id = shopper.invitation();

        shopper.afterSeconds(120).answers(id, Input.Response.ACCEPTED);

        assertThat(shopper.visitor.conversation()).isNull();
        assertThat(shopper.effects()).contains(new Effect.Withdraw(id, Effect.Reason.EXPIRED, List.of(Shopper.TAB)));
    }

    @Test
    void aRefusalSilencesThisSessionAndTheNext() {
        var limits = new Limits(5, Duration.ZERO, Duration.ofDays(7), Duration.ZERO, null);
        var shopper =
                new Shopper(TestBook.book().offers("t", views(1)).limits(limits).facts()).hello();
        shopper.does(view(shopper.now, WATCH)).answers(shopper.invitation(), Input.Response.DISMISSED);
        shopper.forgetsWhatWasSaid();

        shopper.in("session-2").after(Duration.ofDays(1)).hello().does(view(shopper.now, BAG));

        assertThat(shopper.invited()).isEmpty();
        assertThat(shopper.visitor.session().moments().get("t").verdict()).isEqualTo(Verdict.LIMITS);
    }

    @Test
    void aHoldoutCountsAgainstTheLimitsAsIfShown() {
        var shopper = new Shopper(TestBook.book()
                        .offers("t", views(1))
                        .holdout("unknown", 1)
                        .facts())
                .hello();

        shopper.does(view(shopper.now, WATCH));

        assertThat(shopper.invited()).isEmpty();
        assertThat(shopper.visitor.session().tally().shown()).isEqualTo(1);
        assertThat(shopper.visitor.memory().shownAt()).isEqualTo(shopper.now);
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
    void withdrawnConsentLeavesNothingButItsTime() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello();
        shopper.does(view(shopper.now, WATCH));
        var id = shopper.invitation();

        shopper.consents(false, false).afterSeconds(1).does();

        assertThat(shopper.visitor.memory()).isEqualTo(Visitor.NOBODY.memory());
        assertThat(shopper.visitor.session()).isNull();
        assertThat(shopper.visitor.withdrawn()).isEqualTo(shopper.now);
        assertThat(shopper.effects()).contains(new Effect.Withdraw(id, Effect.Reason.WITHDRAWN, List.of(Shopper.TAB)));
        assertThat(shopper.entries()).last().isEqualTo(new Entry.Forgotten());
    }

    @Test
    void eventsOlderThanTheWithdrawalStayForgotten() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts());
        shopper.does(view(shopper.now, WATCH))
                .consents(false, false)
                .afterSeconds(10)
                .does();
        var withdrawn = shopper.visitor;

        shopper.consents(true, true).afterSeconds(1).does(view(shopper.now.minusSeconds(5), WATCH));
        assertThat(shopper.visitor).isEqualTo(withdrawn);
        shopper.does(view(shopper.now, WATCH));

        assertThat(shopper.visitor.session()).isNotNull();
    }

    @Test
    void whoNeverConsentedLeavesNoTrace() {
        var shopper = new Shopper(TestBook.book().facts()).consents(false, true);

        shopper.hello().does(view(shopper.now, WATCH));

        assertThat(shopper.visitor).isEqualTo(Visitor.NOBODY);
        assertThat(shopper.last.changed()).isFalse();
    }

    @Test
    void withoutPersonalizationSheIsNotKnown() {
        var shopper = new Shopper(TestBook.book().facts()).consents(true, false).isClient("c-1", "vic");

        shopper.does(view(shopper.now, WATCH), purchase(shopper.now, "T-1", WATCH));

        assertThat(shopper.visitor.session().client()).isNull();
        assertThat(shopper.visitor.memory().clientId()).isNull();
        assertThat(shopper.visitor.memory().favours()).isEmpty();
    }

    @Test
    void anotherClientAtTheSameBrowserInheritsNothing() {
        var shopper = new Shopper(TestBook.book().facts()).isClient("c-1", "vic");
        shopper.does(wish(shopper.now, WATCH), purchase(shopper.now, "T-1", WATCH), addToCart(shopper.now, BAG, 1));

        shopper.isClient("c-2", null).afterSeconds(1).does(view(shopper.now, BAG));

        var memory = shopper.visitor.memory();
        assertThat(memory.clientId()).isEqualTo("c-2");
        assertThat(memory.wishes()).isEmpty();
        assertThat(memory.purchases()).isEmpty();
        assertThat(shopper.visitor.session().cart().isUntouched()).isTrue();
    }

    @Test
    void lateEventsOfAnEndedSessionReachMemoryAndFireNothing() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello();
        shopper.does(other(shopper.now, "page_view", Map.of()))
                .in("session-2")
                .afterSeconds(10)
                .does(other(shopper.now, "page_view", Map.of()));

        shopper.in("session-1").does(view(shopper.now, WATCH), wish(shopper.now, WATCH));

        assertThat(shopper.last.receipts()).containsExactly(Receipt.LATE);
        assertThat(shopper.invited()).isEmpty();
        assertThat(shopper.visitor.memory().wishes()).containsKey("W-100");
        assertThat(shopper.visitor.session().id()).isEqualTo("session-2");
    }

    @Test
    void aSessionEndsAfterHalfAnHourOfSilence() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello();
        shopper.does(view(shopper.now, WATCH)).answers(shopper.invitation(), Input.Response.SHOWN);

        shopper.waits(30 * 60);

        assertThat(shopper.visitor.session()).isNull();
        assertThat(shopper.visitor.memory().visits().newestFirst()).hasSize(1);
        assertThat(shopper.visitor.memory().seen()).containsKey("W-100");
        assertThat(shopper.entries())
                .filteredOn(Entry.SessionEnded.class::isInstance)
                .singleElement()
                .isEqualTo(new Entry.SessionEnded(Shopper.START, 1, 1));
        assertThat(shopper.last.wakeAt()).isNull();
    }

    @Test
    void whileSheIsInAConversationNothingIsOffered() {
        var shopper = new Shopper(
                        TestBook.book().offers("t", views(1)).limits(UNLIMITED).facts())
                .hello();
        shopper.step(new Input.Asked(Shopper.TAB, "ask-1", "W-100", null));

        shopper.does(view(shopper.now, WATCH));

        assertThat(shopper.invited()).isEmpty();
        assertThat(shopper.visitor.conversation().id()).isEqualTo("ask-1");
        assertThat(shopper.visitor.session().moments().get("t").verdict()).isEqualTo(Verdict.LIMITS);
    }

    @Test
    void whatSheWritesCountsOnceAndIsOwedToTheDesk() {
        var shopper = new Shopper(TestBook.book().facts()).hello();
        shopper.step(new Input.Asked(Shopper.TAB, "ask-1", null, null));

        shopper.step(new Input.Wrote(Shopper.TAB, "ask-1", "m-1", "Bonsoir"));
        shopper.step(new Input.Wrote(Shopper.TAB, "ask-1", "m-1", "Bonsoir"));
        assertThat(shopper.last.receipts()).containsExactly(Receipt.REPEATED);
        shopper.step(new Input.Wrote(Shopper.TAB, "elsewhere", "m-2", "Bonsoir"));

        assertThat(shopper.last.receipts()).containsExactly(Receipt.UNKNOWN);
        assertThat(shopper.visitor.conversation().messages()).hasSize(1);
        assertThat(shopper.visitor.due())
                .filteredOn(Due.Wrote.class::isInstance)
                .hasSize(1);
    }

    @Test
    void whatHasBeenToldIsDueNoMore() {
        var shopper = new Shopper(TestBook.book().facts()).hello();
        shopper.step(new Input.Asked(Shopper.TAB, "ask-1", null, null));
        assertThat(shopper.last.wakeAt()).isEqualTo(shopper.now.plus(Engine.DUE_RETRY));

        shopper.step(new Input.Told(List.of("ask-1")));

        assertThat(shopper.visitor.due()).isEmpty();
    }

    @Test
    void timeNeverGoesBackForHer() {
        var shopper = new Shopper(TestBook.book().facts()).hello();
        var before = shopper.visitor.steppedAt();

        shopper.afterSeconds(-3_600).does(view(Shopper.START, WATCH));

        assertThat(shopper.visitor.steppedAt()).isEqualTo(before);
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
        assertThat(shopper.last.sight().workedOut()).isEqualTo(4);

        shopper.does(search(shopper.now, 0));
        assertThat(shopper.last.sight().workedOut()).isEqualTo(2);
        shopper.does(look(shopper.now, "sizing", "W-100"));

        assertThat(shopper.last.sight().workedOut()).isEqualTo(3);
    }

    @Test
    void anInvitationSpeaksHerLanguage() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts())
                .from(new Context("fr-CA", null, null, null, null, null, null))
                .hello();

        shopper.does(view(shopper.now, WATCH));

        assertThat(shopper.visitor.invitation().language()).isEqualTo("fr");
        assertThat(shopper.visitor.invitation().copy().accept()).isEqualTo("Volontiers");
    }

    @Test
    void anOpenInvitationIsSentToEveryTabThatComes() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello();
        shopper.does(view(shopper.now, WATCH)).answers(shopper.invitation(), Input.Response.SHOWN);
        shopper.forgetsWhatWasSaid();

        shopper.hello(Shopper.OTHER_TAB);

        assertThat(shopper.invited())
                .hasValueSatisfying(sent -> assertThat(sent.to()).containsExactly(Shopper.OTHER_TAB));
        assertThat(shopper.visitor.closed()).noneMatch(each -> each.outcome() == Outcome.WITHDRAWN);
    }

    private static Verdict verdict(TestBook book, boolean reachable) {
        var shopper = new Shopper(book.facts());
        if (reachable) {
            shopper.hello();
        }
        shopper.does(view(shopper.now, WATCH));
        return shopper.visitor.session().moments().get("t").verdict();
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

    private static Condition views(int atLeast) {
        return new Views(window(atLeast), Views.Distinct.NONE, List.of(), null);
    }

    private static Window window(int atLeast) {
        return new Window(atLeast, Duration.ofMinutes(20));
    }
}
