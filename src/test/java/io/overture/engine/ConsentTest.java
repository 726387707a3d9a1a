package io.overture.engine;

import static io.overture.engine.Happenings.BAG;
import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.addToCart;
import static io.overture.engine.Happenings.purchase;
import static io.overture.engine.Happenings.view;
import static io.overture.engine.Happenings.wish;
import static io.overture.engine.TestBook.views;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Beacon;
import io.overture.visitor.Client;
import io.overture.visitor.Consent;
import io.overture.visitor.ConsentWord;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import io.overture.visitor.Withdrawal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be kept of her, and for whom. */
class ConsentTest {

    @Test
    void withdrawnConsentLeavesNothingButItsTime() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello();
        shopper.does(view(shopper.now, WATCH));
        var id = shopper.invitation();

        shopper.consents(false, false).afterSeconds(1).does();

        assertThat(shopper.visitor.memory()).isEqualTo(Visitor.NOBODY.memory());
        assertThat(shopper.visitor.session()).isNull();
        assertThat(shopper.visitor.withdrawal()).isEqualTo(new Withdrawal(shopper.now, shopper.now));
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
    void anOlderGrantStaysDeniedByEitherWayAndTheTabIsTold() {
        var shopper = withdrawnAtTen();
        var withdrawn = shopper.visitor;
        var old = said(true, 5);

        shopper.step(arrived(old, null, 9))
                .step(arrived(old, Shopper.OTHER_TAB, 10))
                .step(greeted(old));
        shopper.step(new Input.Asked(Shopper.TAB, "r-1", null, null, Input.Reply.NONE));

        assertThat(shopper.visitor).isEqualTo(withdrawn);
        assertThat(shopper.receipt()).isEqualTo(Receipt.WITHHELD);
        var at = Shopper.START.plusSeconds(10);
        assertThat(shopper.effects())
                .containsExactly(
                        new Effect.ConsentDenied(at, List.of(Shopper.OTHER_TAB)),
                        new Effect.ConsentDenied(at, List.of(Shopper.TAB)),
                        new Effect.ConsentDenied(at, List.of(Shopper.TAB)));
    }

    /** The grant may have been on its way longer than the withdrawal. */
    @Test
    void aWithdrawalThatComesBeforeAnythingElseHoldsForWhatWasGrantedBeforeIt() {
        var shopper = new Shopper(TestBook.book().facts()).afterSeconds(20);

        shopper.step(arrived(said(false, 10), null, 2)).step(arrived(said(true, 5), null, 1));

        assertThat(shopper.receipt()).isEqualTo(Receipt.WITHHELD);
        assertThat(shopper.visitor.session()).isNull();
        shopper.step(arrived(said(true, 15), null, 3));
        assertThat(shopper.visitor.session()).isNotNull();
    }

    @Test
    void aNewerGrantIsTaken() {
        var shopper = withdrawnAtTen().step(arrived(said(true, 11), null, 9));

        assertThat(shopper.receipt()).isEqualTo(Receipt.TAKEN);
        assertThat(shopper.visitor.consent())
                .isEqualTo(new ConsentWord(new Consent(true, true), Shopper.START.plusSeconds(11)));
    }

    @Test
    void ofOneInstantDeniedWins() {
        var shopper = withdrawnAtTen().step(arrived(said(true, 10), null, 9));

        assertThat(shopper.visitor.isDenied()).isTrue();
    }

    @Test
    void anOlderDenialChangesNothingOfANewerGrant() {
        var shopper = new Shopper(TestBook.book().facts()).afterSeconds(20);
        shopper.step(arrived(said(true, 15), null, 1));
        var kept = shopper.visitor;

        shopper.step(arrived(said(false, 10), null, 2));

        assertThat(shopper.receipt()).isEqualTo(Receipt.WITHHELD);
        assertThat(shopper.visitor).isEqualTo(kept);
    }

    /** Of a granted batch that does not tell when consent was given: its number, and whether its event is newer. */
    @ParameterizedTest
    @CsvSource({"1, false, true", "2, false, true", "3, false, true", "4, true, false", "4, false, true"})
    void withoutAnInstantABatchIsBelievedOnlyIfItWasMadeAfterTheWithdrawal(long seq, boolean isNewer, boolean denied) {
        var shopper = withdrawnAtTen();
        var event = view(Shopper.START.plusSeconds(isNewer ? 25 : 9), WATCH);
        var standing = new Beacon.Standing(new Consent(true, true), null, null);

        shopper.step(new Input.Arrived(new Beacon("page-1", seq, "session-1", standing, List.of(event))));

        assertThat(shopper.visitor.isDenied()).isEqualTo(denied);
    }

    @Test
    void personalisationObeysTheNewestWordToo() {
        var shopper = new Shopper(TestBook.book().facts()).afterSeconds(20);
        var ada = new Client("ada", "vic", List.of(), null);
        shopper.step(arrived(new Beacon.Standing(new Consent(true, false), at(10), null, null, false), null, 1));

        shopper.step(arrived(new Beacon.Standing(new Consent(true, true), at(5), ada, null, false), null, 2));
        assertThat(shopper.visitor.session().client()).isNull();
        shopper.step(arrived(new Beacon.Standing(new Consent(true, true), at(15), ada, null, false), null, 3));

        assertThat(shopper.visitor.session().client()).isEqualTo(ada);
    }

    @Test
    void theTombstoneLastsADayFromWhenTheWithdrawalWasHeard() {
        var shopper = withdrawnAtTen();

        shopper.after(Engine.TOMBSTONE.minusSeconds(1)).step(new Input.Woken());
        assertThat(shopper.visitor.isDenied()).isTrue();
        shopper.step(new Input.Told(
                shopper.visitor.due().stream().map(due -> due.id()).toList()));
        shopper.afterSeconds(2).step(new Input.Woken());

        assertThat(shopper.visitor.isNobody()).isTrue();
        assertThat(shopper.visitor.sources()).isEmpty();
    }

    @Test
    void signedOutTheSessionGoesOnWithNobodyKnown() {
        var shopper =
                new Shopper(TestBook.book().facts()).isClient("ada", "vic").hello();
        shopper.does(view(shopper.now, WATCH));
        var session = shopper.visitor.session();

        shopper.step(greeted(new Beacon.Standing(new Consent(true, true), shopper.now, null, null, true)));

        assertThat(shopper.visitor.session().client()).isNull();
        assertThat(shopper.visitor.session().attention()).isEqualTo(session.attention());
        shopper.step(new Input.Arrived(shopper.beacon(9, view(shopper.now, BAG)).beacon(), Shopper.OTHER_TAB));
        assertThat(shopper.visitor.session().client())
                .as("what another socket was greeted with is not said again")
                .isNull();
    }

    /** Kept from the first second on, withdrawn at the tenth with the third batch, and it is the twentieth. */
    private static Shopper withdrawnAtTen() {
        var shopper = new Shopper(TestBook.book().facts()).afterSeconds(20);
        shopper.step(arrived(said(true, 1), null, 1));
        shopper.step(arrived(said(false, 10), null, 3));
        return shopper.forgetsWhatWasSaid();
    }

    private static Instant at(long second) {
        return Shopper.START.plusSeconds(second);
    }

    private static Beacon.Standing said(boolean granted, long second) {
        return new Beacon.Standing(new Consent(granted, granted), at(second), null, null, false);
    }

    private static Input.Arrived arrived(Beacon.Standing standing, @Nullable Tab via, long seq) {
        var event = view(Shopper.START.plusSeconds(19), WATCH);
        return new Input.Arrived(new Beacon("page-1", seq, "session-1", standing, List.of(event)), via);
    }

    private static Input.Greeted greeted(Beacon.Standing standing) {
        return new Input.Greeted(Shopper.TAB, "session-1", standing);
    }
}
