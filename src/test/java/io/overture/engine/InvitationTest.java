package io.overture.engine;

import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.view;
import static io.overture.engine.TestBook.views;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Context;
import io.overture.visitor.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An open invitation, until it is answered or over. */
class InvitationTest {

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

    @Test
    void aTabThatMayHaveMissedSomethingIsToldWhatIsOpen() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello();
        shopper.does(view(shopper.now, WATCH)).answers(shopper.invitation(), Input.Response.SHOWN);
        shopper.forgetsWhatWasSaid();

        shopper.step(new Input.Missed(Shopper.OTHER_TAB));

        assertThat(shopper.invited())
                .hasValueSatisfying(sent -> assertThat(sent.to()).containsExactly(Shopper.OTHER_TAB));
        assertThat(shopper.visitor.tabs()).contains(Shopper.OTHER_TAB);
    }

    @Test
    void aTabOfNobodyMissedNothing() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts());

        shopper.step(new Input.Missed(Shopper.TAB));

        assertThat(shopper.visitor.isNobody()).isTrue();
    }
}
