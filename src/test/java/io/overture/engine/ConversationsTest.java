package io.overture.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Attendant;
import io.overture.visitor.Due;
import io.overture.visitor.Handoff;
import io.overture.visitor.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is called for her, who has her conversation, and when it is over. */
class ConversationsTest {

    private static final Attendant CAMILLE = new Attendant("camille", "Camille Aubry", "Advisor", null);
    private static final Attendant KENJI = new Attendant("kenji", "Kenji Mori", "Advisor", null);

    private final Shopper shopper = new Shopper(TestBook.book().staffed()).hello();

    private void claims(Attendant advisor) {
        shopper.step(new Input.Claimed("ask-1", advisor));
    }

    private Stage stage() {
        return shopper.conversation().stage();
    }

    @Test
    void advisorsAreCalledAgainAndAgain() {
        shopper.asks("ask-1");

        shopper.waits(12);

        var wanted = shopper.owes(Due.Wanted.class);
        assertThat(wanted.turn()).isZero();
        assertThat(wanted.waiting().round()).isEqualTo(1);
        assertThat(wanted.waiting().since()).isEqualTo(Shopper.START);
        assertThat(shopper.visitor.due())
                .filteredOn(Due.Wanted.class::isInstance)
                .hasSize(1);
    }

    @Test
    void whenNobodyCameSheIsToldAndWhatSheWritesIsKept() {
        shopper.asks("ask-1").waits(48);
        assertThat(stage()).isInstanceOf(Stage.Unmet.class);
        assertThat(shopper.owes(Due.Finished.class).ending()).isEqualTo(Stage.Ending.UNMET);

        shopper.writes("ask-1", "m-1", "Please write to me");

        assertThat(shopper.receipt()).isEqualTo(Receipt.TAKEN);
        assertThat(shopper.owes(Due.Said.class).message().text()).isEqualTo("Please write to me");
    }

    @Test
    void whereNobodyIsThereAtAllSheIsNotLeftWaiting() {
        shopper.asks("ask-1");

        shopper.step(new Input.Nobody("ask-1", 0));

        assertThat(stage()).isInstanceOf(Stage.Unmet.class);
    }

    @Test
    void nobodyForATurnThatHasPassedMeansNothing() {
        shopper.asks("ask-1");
        claims(CAMILLE);
        shopper.step(new Input.Transferred("ask-1", "camille", "kenji"));

        shopper.step(new Input.Nobody("ask-1", 0));

        assertThat(stage()).isInstanceOf(Stage.Waiting.class);
    }

    @Test
    void theFirstClaimWins() {
        shopper.asks("ask-1");
        claims(CAMILLE);

        shopper.step(new Input.Claimed("ask-1", KENJI), new Input.Claimed("ask-1", CAMILLE));

        assertThat(shopper.last.receipts()).containsExactly(Receipt.OUTDONE, Receipt.REPEATED);
        assertThat(shopper.conversation().advisor()).isEqualTo(CAMILLE);
        assertThat(shopper.owes(Due.Taken.class).advisor()).isEqualTo(CAMILLE);
        assertThat(shopper.visitor.due())
                .filteredOn(Due.Taken.class::isInstance)
                .hasSize(1);
    }

    @Test
    void anAdvisorMayComeAfterAll() {
        shopper.asks("ask-1").waits(60);

        claims(KENJI);

        assertThat(shopper.receipt()).isEqualTo(Receipt.TAKEN);
        assertThat(shopper.conversation().advisor()).isEqualTo(KENJI);
    }

    @Test
    void anAdvisorWhoSaysNothingIsRelieved() {
        shopper.asks("ask-1");
        claims(CAMILLE);

        shopper.waits(60);

        assertThat(stage()).isEqualTo(new Stage.Waiting(shopper.now, shopper.now, 0, null, "camille"));
        assertThat(shopper.conversation().turn()).isEqualTo(1);
        assertThat(shopper.entries()).contains(new Entry.AdvisorCalledAnew("ask-1", 1, Entry.Cause.NO_FIRST_WORD));
    }

    @Test
    void anAdvisorWhoSpokeIsNot() {
        shopper.asks("ask-1");
        claims(CAMILLE);
        shopper.step(new Input.Spoke("ask-1", "camille", "a-1", "Good evening"));

        shopper.waits(300);

        assertThat(shopper.conversation().advisor()).isEqualTo(CAMILLE);
    }

    @Test
    void whoDoesNotHaveItHasNoSayInIt() {
        shopper.asks("ask-1");
        claims(CAMILLE);

        shopper.step(
                new Input.Spoke("ask-1", "kenji", "k-1", "Hello"),
                new Input.Read("ask-1", "kenji", 1),
                new Input.Wording("ask-1", "kenji"),
                new Input.Transferred("ask-1", "kenji", null),
                new Input.Finished("ask-1", "kenji", false),
                new Input.Pointed("ask-1", "kenji", new Handoff("video", "https://video.example")));

        assertThat(shopper.last.receipts()).containsOnly(Receipt.UNKNOWN);
        assertThat(shopper.last.changed()).isFalse();
    }

    @Test
    void aTransferCallsSomebodyElseWithEverythingThatWasSaid() {
        shopper.asks("ask-1").writes("ask-1", "m-1", "Good evening");
        claims(CAMILLE);

        shopper.step(
                new Input.Transferred("ask-1", "camille", "kenji"),
                new Input.Transferred("ask-1", "camille", "kenji"),
                new Input.Claimed("ask-1", KENJI),
                new Input.Spoke("ask-1", "camille", "a-1", "One more thing"));

        assertThat(shopper.last.receipts())
                .containsExactly(Receipt.TAKEN, Receipt.REPEATED, Receipt.TAKEN, Receipt.UNKNOWN);
        assertThat(shopper.conversation().advisor()).isEqualTo(KENJI);
        assertThat(shopper.conversation().messages()).hasSize(1);
        assertThat(shopper.conversation().effort().calls()).isEqualTo(1);
    }

    @Test
    void anAdvisorWhoIsGoneIsReplaced() {
        shopper.asks("ask-1");
        claims(CAMILLE);

        shopper.step(new Input.Lost("ask-1", "kenji"), new Input.Lost("ask-1", "camille"));

        assertThat(shopper.last.receipts()).containsExactly(Receipt.REPEATED, Receipt.TAKEN);
        assertThat(shopper.owes(Due.Wanted.class).turn()).isEqualTo(1);
    }

    @Test
    void eitherMayEndIt() {
        shopper.asks("ask-1");
        claims(CAMILLE);
        shopper.step(new Input.Finished("ask-1", "camille", false));
        assertThat(stage()).isEqualTo(new Stage.Over(Stage.Ending.BY_ADVISOR, false));

        shopper.asks("ask-2").step(new Input.Hung(Shopper.TAB, "ask-2"));

        assertThat(stage()).isEqualTo(new Stage.Over(Stage.Ending.BY_VISITOR, false));
        assertThat(shopper.visitor.due())
                .filteredOn(Due.Finished.class::isInstance)
                .hasSize(2);
    }

    /** As after the restore of a backup: her alarm is long past, and nobody is to be called for whoever waited then. */
    @Test
    void whoWaitedLongAgoIsCalledForNoMore() {
        shopper.asks("ask-1");

        shopper.after(Duration.ofHours(9)).step(new Input.Woken());

        assertThat(shopper.visitor.due())
                .filteredOn(Due.Wanted.class::isInstance)
                .extracting(due -> ((Due.Wanted) due).waiting().round())
                .containsExactly(0);
        assertThat(shopper.owes(Due.Finished.class).ending()).isEqualTo(Stage.Ending.SILENCE);
    }

    @Test
    void silenceEndsIt() {
        shopper.asks("ask-1");
        claims(CAMILLE);
        shopper.step(new Input.Spoke("ask-1", "camille", "a-1", "Good evening"));

        shopper.waits(Duration.ofMinutes(31).toSeconds());

        assertThat(shopper.visitor.conversation()).isNull();
        assertThat(shopper.entries())
                .filteredOn(Entry.ConversationEnded.class::isInstance)
                .singleElement()
                .extracting(entry -> ((Entry.ConversationEnded) entry).ending())
                .isEqualTo(Stage.Ending.SILENCE);
        assertThat(shopper.last.wakeAt()).isEqualTo(shopper.now.plus(Engine.DUE_RETRY));
    }

    @Test
    void itOutlivesTheSessionItBeganIn() {
        shopper.asks("ask-1");
        claims(CAMILLE);

        shopper.in("session-2").afterSeconds(20).hello();

        assertThat(shopper.conversation().advisor()).isEqualTo(CAMILLE);
        assertThat(shopper.effects().getLast())
                .isEqualTo(new Effect.Stands(shopper.conversation(), true, List.of(Shopper.TAB)));
    }

    @Test
    void itDoesNotOutliveHerConsent() {
        shopper.asks("ask-1");
        claims(CAMILLE);

        shopper.consents(false, false).hello();

        assertThat(shopper.visitor.conversation()).isNull();
        assertThat(shopper.visitor.due()).singleElement().isInstanceOf(Due.Forget.class);
    }

    @Test
    void theHousesOwnToolTakesItOver() {
        var elsewhere = new Handoff("appointment", "https://visit.example/ask-1");
        shopper.asks("ask-1");

        shopper.step(new Input.HandedOver("ask-1", 0, elsewhere), new Input.Claimed("ask-1", CAMILLE));

        assertThat(shopper.last.receipts()).containsExactly(Receipt.TAKEN, Receipt.OUTDONE);
        assertThat(shopper.conversation().handoff()).isEqualTo(elsewhere);
        assertThat(stage()).isInstanceOf(Stage.Handed.class);
    }

    @Test
    void aCallBackSettlesWhatSheWaitedForInVain() {
        shopper.asks("ask-1").waits(48);

        shopper.step(new Input.Asked(
                Shopper.TAB, "ask-2", null, "call", new Input.Reply("+33 1 23 45 67 89", "after six", null)));

        var promised = shopper.owes(Due.Promised.class);
        assertThat(promised.contact()).isEqualTo("+33 1 23 45 67 89");
        assertThat(promised.request().channel()).isEqualTo("call");
        assertThat(shopper.visitor.conversation()).isNull();
        assertThat(shopper.effects()).contains(new Effect.Noted("ask-2", "call", "en", List.of(Shopper.TAB)));
    }
}
