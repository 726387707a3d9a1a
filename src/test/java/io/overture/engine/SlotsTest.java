package io.overture.engine;

import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Facts;
import io.overture.trigger.Slot;
import io.overture.visitor.Due;
import io.overture.visitor.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An invitation and the advisor's slot that is held for it. */
class SlotsTest {

    private static final Facts FREE = facts(new Slot.Needed("offer-1"));

    private static Facts facts(Slot slot) {
        return TestBook.book().offers("t", TestBook.views(1)).staffed(slot, 0);
    }

    private static Shopper invited() {
        var shopper = new Shopper(FREE).hello();
        return shopper.does(view(shopper.now, WATCH));
    }

    private static Verdict verdict(Shopper shopper) {
        return shopper.visitor.session().moments().get("t").verdict();
    }

    @Test
    void theOfferBearsTheIdItsSlotIsHeldUnder() {
        var shopper = invited();

        assertThat(shopper.invitation()).isEqualTo("offer-1");
        assertThat(shopper.visitor.invitation().isSlotHeld()).isTrue();
    }

    @Test
    void withoutASlotThereIsNoOfferUntilOneComesFree() {
        var shopper = new Shopper(facts(new Slot.None())).hello();
        shopper.does(view(shopper.now, WATCH));
        shopper.step(new Input.Told(List.of(shopper.owes(Due.Noticed.class).id())));
        assertThat(verdict(shopper)).isEqualTo(Verdict.PACING);
        assertThat(shopper.last.wakeAt()).isEqualTo(shopper.now.plus(Engine.PACE));

        shopper.facts = FREE;
        shopper.step(new Input.Woken());

        assertThat(shopper.invitation()).isEqualTo("offer-1");
    }

    @Test
    void anUnansweredOfferGivesWayAndIsNotMadeAgain() {
        var shopper = invited().answers("offer-1", Input.Response.SHOWN);

        shopper.step(new Input.SlotYielded("offer-1"));

        assertThat(shopper.visitor.invitation()).isNull();
        assertThat(shopper.last.effects())
                .containsExactly(new Effect.Withdraw("offer-1", Effect.Reason.WITHDRAWN, List.of(Shopper.TAB)));
        assertThat(shopper.owes(Due.Freed.class).offer()).isEqualTo("offer-1");
        assertThat(shopper.visitor.memory().refusedAt()).isNull();
    }

    @Test
    void whatSheSawIsKeptForHerAndAMinuteMore() {
        var shopper = invited();

        shopper.answers("offer-1", Input.Response.SHOWN);

        assertThat(shopper.owes(Due.Kept.class).until())
                .isEqualTo(shopper.visitor.invitation().expiresAt().plus(Engine.GRACE));
    }

    @Test
    void whatComesToNothingIsGivenBack() {
        var declined = invited().answers("offer-1", Input.Response.DECLINED);
        var expired = invited().waits(130);

        assertThat(declined.owes(Due.Freed.class).offer()).isEqualTo("offer-1");
        assertThat(expired.owes(Due.Freed.class).offer()).isEqualTo("offer-1");
    }

    @Test
    void whatSheAcceptsIsNot() {
        var accepted = invited().answers("offer-1", Input.Response.ACCEPTED);

        assertThat(accepted.visitor.due()).noneMatch(Due.Freed.class::isInstance);
    }

    @Test
    void anUnseenOfferIsRecalledWithItsSlotAndMadeAgainWithAnother() {
        var shopper = invited();
        shopper.facts = facts(new Slot.None());
        shopper.step(new Input.SlotLost("offer-1"));
        assertThat(shopper.visitor.invitation()).isNull();
        assertThat(verdict(shopper)).isEqualTo(Verdict.PACING);

        shopper.facts = facts(new Slot.Needed("offer-2"));
        shopper.step(new Input.Woken());

        assertThat(shopper.visitor.invitation().id()).isEqualTo("offer-2");
    }

    @Test
    void anOfferSheSawStands() {
        var shopper = invited().answers("offer-1", Input.Response.SHOWN);

        shopper.step(new Input.SlotLost("offer-1"));

        assertThat(shopper.receipt()).isEqualTo(Receipt.REPEATED);
        assertThat(shopper.visitor.invitation()).isNotNull();
    }

    @Test
    void whoIsHeldOutTakesNoSlot() {
        var facts = TestBook.book().offers("t", TestBook.views(1)).holdout("unknown", 0.6);
        var shopper = new Shopper(facts.staffed(new Slot.Needed("offer-1"), 0)).hello();

        shopper.does(view(shopper.now, WATCH));

        assertThat(verdict(shopper)).isEqualTo(Verdict.HOLDOUT);
        assertThat(shopper.visitor.invitation()).isNull();
    }
}
