package io.overture.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Slot;
import io.overture.visitor.Attendant;
import io.overture.visitor.Stage;
import org.junit.jupiter.api.Test;

/** What a conversation cost her, and whether she is asked how it was. */
class EffortTest {

    private static final Attendant CAMILLE = new Attendant("camille", "Camille Aubry", "Advisor", null);

    private final Shopper shopper =
            new Shopper(TestBook.book().staffed(new Slot.Needless(), 1)).hello().asks("ask-1");

    private void isAnswered() {
        shopper.step(new Input.Claimed("ask-1", CAMILLE), new Input.Spoke("ask-1", "camille", "a-1", "Good evening"));
    }

    private boolean isAskedAfter(boolean complaint) {
        shopper.step(new Input.Finished("ask-1", "camille", complaint));
        return shopper.conversation().stage() instanceof Stage.Over over && over.asked();
    }

    @Test
    void afterAnEasyConversationSheIsAskedAndAnswersOnce() {
        isAnswered();
        assertThat(isAskedAfter(false)).isTrue();

        shopper.step(new Input.Rated(Shopper.TAB, "ask-1", 5), new Input.Rated(Shopper.TAB, "ask-1", 1));

        assertThat(shopper.last.receipts()).containsExactly(Receipt.TAKEN, Receipt.REPEATED);
        assertThat(shopper.entries()).contains(new Entry.ConversationRated("ask-1", 5));
    }

    @Test
    void neverAfterAComplaint() {
        isAnswered();

        assertThat(isAskedAfter(true)).isFalse();
    }

    @Test
    void notAfterSheHadToSayItTwice() {
        shopper.writes("ask-1", "m-1", "Is anybody there").writes("ask-1", "m-2", "is anybody there ");
        isAnswered();

        assertThat(isAskedAfter(false)).isFalse();
        assertThat(shopper.conversation().effort().repeats()).isEqualTo(1);
    }

    @Test
    void notAfterALongWait() {
        shopper.waits(47);
        shopper.step(new Input.Claimed("ask-1", CAMILLE));
        shopper.waits(61);
        isAnswered();
        shopper.waits(1);

        assertThat(shopper.conversation().effort().waited().toSeconds()).isBetween(47L, 120L);
        assertThat(shopper.conversation().effort().calls()).isEqualTo(1);
    }

    @Test
    void notWhenNobodySpokeToHer() {
        shopper.step(new Input.Claimed("ask-1", CAMILLE));

        assertThat(isAskedAfter(false)).isFalse();
    }
}
