package io.overture.engine;

import static io.overture.engine.Happenings.BAG;
import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.addToCart;
import static io.overture.engine.Happenings.purchase;
import static io.overture.engine.Happenings.view;
import static io.overture.engine.Happenings.wish;
import static io.overture.engine.TestBook.views;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        assertThat(shopper.visitor.withdrawal()).isEqualTo(new Visitor.Withdrawal(shopper.now, shopper.now));
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
}
