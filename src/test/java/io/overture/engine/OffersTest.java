package io.overture.engine;

import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.view;
import static io.overture.engine.TestBook.UNLIMITED;
import static io.overture.engine.TestBook.views;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Limits;
import io.overture.visitor.Tab;
import io.overture.visitor.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which moment is offered, and what speaks against it. */
class OffersTest {

    @Test
    void theFirstReasonAgainstAMomentIsTheOneGiven() {
        var anyView = views(1);
        var limited = new Limits(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(45), null);

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
    void aPageAtANodeNotHeardOfYetIsLookedForAgain() {
        var book = TestBook.book().offers("t", views(1));
        var unaware = TestBook.facts(book.done());
        var shopper = new Shopper(unaware).hello(new Tab("node-2", "tab-1"));
        shopper.does(view(shopper.now, WATCH));
        assertThat(shopper.invited()).isEmpty();

        shopper.facts = TestBook.facts(book.done(), Set.of("node-2"));
        shopper.waits(Engine.ACQUAINTANCE.toSeconds());

        assertThat(shopper.trigger()).isEqualTo("t");
    }

    @Test
    void aPageAtANodeThatIsGoneIsNotLookedForForever() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello(new Tab("node-2", "tab-1"));
        shopper.does(view(shopper.now, WATCH));
        shopper.waits(Engine.YOUNG.plus(Engine.ACQUAINTANCE).toSeconds());

        assertThat(shopper.last.wakeAt()).isAfter(shopper.now.plus(Engine.ACQUAINTANCE));
    }

    @Test
    void aStepInBetweenDoesNotEndTheLookForAPage() {
        var book = TestBook.book().offers("t", views(1));
        var shopper = new Shopper(TestBook.facts(book.done())).hello(new Tab("node-2", "tab-1"));
        shopper.does(view(shopper.now, WATCH)).afterSeconds(1).step(new Input.Told(List.of("whatever")));

        shopper.facts = TestBook.facts(book.done(), Set.of("node-2"));
        shopper.waits(Engine.ACQUAINTANCE.toSeconds());

        assertThat(shopper.trigger()).isEqualTo("t");
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
        var settling = new Limits(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(45), null);
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
    void whileSheIsInAConversationNothingIsOffered() {
        var shopper = new Shopper(
                        TestBook.book().offers("t", views(1)).limits(UNLIMITED).facts())
                .hello();
        shopper.step(new Input.Asked(Shopper.TAB, "ask-1", "W-100", null, Input.Reply.NONE));

        shopper.does(view(shopper.now, WATCH));

        assertThat(shopper.invited()).isEmpty();
        assertThat(shopper.visitor.conversation().id()).isEqualTo("ask-1");
        assertThat(shopper.visitor.session().moments().get("t").verdict()).isEqualTo(Verdict.SPENT);
    }

    private static Verdict verdict(TestBook book, boolean reachable) {
        var shopper = new Shopper(book.facts());
        if (reachable) {
            shopper.hello();
        }
        shopper.does(view(shopper.now, WATCH));
        return shopper.visitor.session().moments().get("t").verdict();
    }
}
