package io.overture.engine;

import static io.overture.engine.Happenings.BAG;
import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.view;
import static io.overture.engine.TestBook.views;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Limits;
import io.overture.visitor.Due;
import io.overture.visitor.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What she answers, asks and writes. */
class AnswersTest {

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
        var limits = new Limits(5, Duration.ZERO, Duration.ofDays(7), Duration.ofDays(1), Duration.ZERO, null);
        var shopper =
                new Shopper(TestBook.book().offers("t", views(1)).limits(limits).facts()).hello();
        shopper.does(view(shopper.now, WATCH)).answers(shopper.invitation(), Input.Response.DECLINED);
        shopper.forgetsWhatWasSaid();

        shopper.in("session-2").after(Duration.ofDays(1)).hello().does(view(shopper.now, BAG));

        assertThat(shopper.invited()).isEmpty();
        assertThat(shopper.visitor.session().moments().get("t").verdict()).isEqualTo(Verdict.LIMITS);
    }

    @Test
    void whatSheWritesCountsOnceAndIsOwedToTheDesk() {
        var shopper = new Shopper(TestBook.book().facts()).hello();
        shopper.step(new Input.Asked(Shopper.TAB, "ask-1", null, null, Input.Reply.NONE));

        shopper.step(new Input.Wrote(Shopper.TAB, "ask-1", "m-1", "Bonsoir"));
        shopper.step(new Input.Wrote(Shopper.TAB, "ask-1", "m-1", "Bonsoir"));
        assertThat(shopper.last.receipts()).containsExactly(Receipt.REPEATED);
        shopper.step(new Input.Wrote(Shopper.TAB, "elsewhere", "m-2", "Bonsoir"));

        assertThat(shopper.last.receipts()).containsExactly(Receipt.UNKNOWN);
        assertThat(shopper.visitor.conversation().messages()).hasSize(1);
        assertThat(shopper.visitor.due()).filteredOn(Due.Said.class::isInstance).hasSize(1);
    }

    @Test
    void whatHasBeenToldIsDueNoMore() {
        var shopper = new Shopper(TestBook.book().facts()).hello();
        shopper.step(new Input.Asked(Shopper.TAB, "ask-1", null, null, Input.Reply.NONE));
        assertThat(shopper.last.wakeAt()).isEqualTo(shopper.now.plus(Engine.DUE_RETRY));

        shopper.step(new Input.Told(List.of("wanted:0:0:ask-1")));

        assertThat(shopper.visitor.due()).isEmpty();
    }
}
