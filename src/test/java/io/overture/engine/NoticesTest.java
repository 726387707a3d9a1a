package io.overture.engine;

import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Slot;
import io.overture.visitor.Attendant;
import io.overture.visitor.Due;
import io.overture.visitor.Tab;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What advisors know of her before she accepts anything, and the invitation one of them makes in person. */
class NoticesTest {

    private static final Attendant CAMILLE = new Attendant("camille", "Camille Aubry", "Advisor", null);
    private static final TestBook BOOK = TestBook.book().offers("t", TestBook.views(1));

    private final Shopper shopper = new Shopper(BOOK.staffed(new Slot.None(), 0)).hello();

    private void invites() {
        invites("hand-1");
    }

    private void invites(String id, Tab... closed) {
        shopper.step(new Input.Invited(id, CAMILLE, List.of("chat"), List.of(closed)));
    }

    @Test
    void theyHearOfHerWhenSheMattersAndWhenSheHasGone() {
        shopper.does(view(shopper.now, WATCH));
        var notice = shopper.owes(Due.Noticed.class).notice();
        assertThat(notice.trigger()).isEqualTo("t");
        assertThat(notice.item()).isEqualTo("W-100");
        assertThat(notice.tier()).isEqualTo("unknown");
        assertThat(notice.weight()).isEqualByComparingTo("6250");

        shopper.step(new Input.Left(Shopper.TAB));

        assertThat(shopper.owes(Due.Noticed.class).notice()).isNull();
        assertThat(shopper.visitor.due())
                .filteredOn(Due.Noticed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void nothingNewIsNoNews() {
        shopper.does(view(shopper.now, WATCH));
        var told = shopper.owes(Due.Noticed.class);

        shopper.afterSeconds(5).does(view(shopper.now, WATCH));

        assertThat(shopper.owes(Due.Noticed.class)).isEqualTo(told);
    }

    @Test
    void whoLeavesAKnownClientUnreachedIsHeardOfByHerAdvisor() {
        var client = new Shopper(BOOK.staffed()).isClient("c-7", "vic");
        client.does(view(client.now, WATCH));

        client.waits(31 * 60);

        var alert = client.owes(Due.Alert.class);
        assertThat(alert.client()).isEqualTo("c-7");
        assertThat(alert.trigger()).isEqualTo("t");
        assertThat(alert.weight()).isEqualByComparingTo("37500");
    }

    @Test
    void anAdvisorInvitesInPersonAndIsTheFirstToBeCalled() {
        shopper.does(view(shopper.now, WATCH));
        invites();
        assertThat(shopper.receipt()).isEqualTo(Receipt.TAKEN);
        assertThat(shopper.visitor.invitation().advisor()).isEqualTo(CAMILLE);

        shopper.answers("hand-1", Input.Response.ACCEPTED);

        assertThat(shopper.owes(Due.Wanted.class).waiting().to()).isEqualTo("camille");
    }

    @Test
    void twiceIsOnce() {
        shopper.does(view(shopper.now, WATCH));
        invites();

        invites();

        assertThat(shopper.receipt()).isEqualTo(Receipt.REPEATED);
    }

    @Test
    void withinTheSameLimits() {
        shopper.does(view(shopper.now, WATCH));
        invites();
        shopper.answers("hand-1", Input.Response.DECLINED);

        invites("hand-2");

        assertThat(shopper.receipt()).isEqualTo(Receipt.LIMITED);
    }

    @Test
    void nobodyIsInvitedWhoIsNotThere() {
        shopper.step(new Input.Left(Shopper.TAB));

        invites();

        assertThat(shopper.receipt()).isEqualTo(Receipt.UNREACHABLE);
    }

    @Test
    void nobodyIsInvitedWhoseOnlyPageHasJustBeenClosedAndSheIsNotTakenForGone() {
        shopper.does(view(shopper.now, WATCH));
        var before = shopper.visitor;

        invites("hand-1", Shopper.TAB);

        assertThat(shopper.receipt()).isEqualTo(Receipt.UNREACHABLE);
        assertThat(shopper.visitor).isEqualTo(before);
    }

    @Test
    void whoHasAnotherPageIsInvitedThere() {
        shopper.hello(Shopper.OTHER_TAB).does(view(shopper.now, WATCH));

        invites("hand-1", Shopper.TAB);

        assertThat(shopper.receipt()).isEqualTo(Receipt.TAKEN);
        assertThat(shopper.invited())
                .hasValueSatisfying(sent -> assertThat(sent.to()).containsExactly(Shopper.OTHER_TAB));
    }
}
