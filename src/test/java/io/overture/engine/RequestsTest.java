package io.overture.engine;

import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.search;
import static io.overture.engine.Happenings.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Facts;
import io.overture.trigger.Search;
import io.overture.trigger.Slot;
import io.overture.visitor.Due;
import io.overture.visitor.Item;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What weighs a wish for an advisor: never nothing, so that it has its place among those who wait. */
class RequestsTest {

    private static final Facts ASSUMING = TestBook.book()
            .offersAssuming("empty-search", new Search(List.of(0), TestBook.window(1)), 2_000)
            .staffed(new Slot.Needless(), 0);

    private static Shopper shopper(Facts facts, @Nullable String tier) {
        var shopper = new Shopper(facts);
        return tier == null ? shopper.hello() : shopper.isClient("c-1", tier).hello();
    }

    private static BigDecimal weightOf(Shopper shopper) {
        return shopper.conversation().request().weight();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"client", "vic"})
    void withNothingAtStakeItComesBeforeAnInvitationOfTheSameTier(@Nullable String tier) {
        var invited = shopper(ASSUMING, tier);
        invited.does(search(invited.now, 0));
        invited.answers(invited.invitation(), Input.Response.ACCEPTED);

        var asking = shopper(ASSUMING, tier).asks("ask-1");

        assertThat(weightOf(asking)).isGreaterThan(weightOf(invited));
        assertThat(asking.owes(Due.Wanted.class).request().weight()).isEqualTo(weightOf(asking));
    }

    @Test
    void inABookThatAssumesNothingItStillWeighsSomething() {
        assertThat(weightOf(shopper(TestBook.book().staffed(), null).asks("ask-1")))
                .isPositive();
    }

    @Test
    void aPieceOfUnknownPriceDoesNotMakeItNothing() {
        var shopper = shopper(TestBook.book().staffed(), null);
        var priceless = new Item("W-9", "W-9", null, WATCH.category(), null);
        shopper.does(view(shopper.now, priceless));

        assertThat(weightOf(shopper.asks("ask-1"))).isPositive();
    }

    @Test
    void withMoreAtStakeItWeighsThat() {
        var shopper = shopper(ASSUMING, "vic");
        shopper.does(view(shopper.now, WATCH));

        assertThat(weightOf(shopper.asks("ask-1"))).isEqualByComparingTo("37500");
    }

    @Test
    void soDoesTheTaskOfACallBack() {
        var shopper = shopper(TestBook.book().staffed(), null);

        shopper.step(new Input.Asked(Shopper.TAB, "back-1", null, "call", new Input.Reply("+33 1", null, null)));

        assertThat(shopper.owes(Due.Promised.class).request().weight()).isPositive();
    }

    @Test
    void whatCannotBePromisedIsRefusedAndChangesNothing() {
        var shopper = shopper(TestBook.book().staffed().withoutPromises(), null);
        var before = shopper.visitor;

        shopper.step(new Input.Asked(Shopper.TAB, "back-1", null, "call", new Input.Reply("+33 1", null, null)));

        assertThat(shopper.visitor).isEqualTo(before);
        assertThat(shopper.effects()).containsExactly(new Effect.NoRoom("back-1", "call", "en", List.of(Shopper.TAB)));
    }

    @Test
    void withoutDesksSoIsAWishForAnAdvisor() {
        var shopper = shopper(TestBook.book().facts().withoutPromises(), null);

        shopper.step(new Input.Asked(Shopper.TAB, "ask-1", null, null, Input.Reply.NONE));

        assertThat(shopper.visitor.conversation()).isNull();
        assertThat(shopper.effects()).containsExactly(new Effect.NoRoom("ask-1", "chat", "en", List.of(Shopper.TAB)));
    }
}
