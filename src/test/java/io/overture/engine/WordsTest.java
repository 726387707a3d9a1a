package io.overture.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.overture.visitor.Attendant;
import io.overture.visitor.Conversation;
import io.overture.visitor.Due;
import io.overture.visitor.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said in a conversation: numbered, once, seen, and bounded. */
class WordsTest {

    private static final Attendant CAMILLE = new Attendant("camille", "Camille Aubry", "Advisor", null);

    private final Shopper shopper = new Shopper(TestBook.book().staffed()).hello();

    private void claims(Attendant advisor) {
        shopper.step(new Input.Claimed("ask-1", advisor));
    }

    @Test
    void everyWordHasItsNumberAndCountsOnce() {
        shopper.asks("ask-1").writes("ask-1", "m-1", "Good evening");
        claims(CAMILLE);

        shopper.step(
                new Input.Spoke("ask-1", "camille", "m-1", "Good evening, Madam"),
                new Input.Spoke("ask-1", "camille", "m-1", "Good evening, Madam"),
                new Input.Wrote(Shopper.OTHER_TAB, "ask-1", "m-2", "Is it in stock?"));

        assertThat(shopper.last.receipts()).containsExactly(Receipt.TAKEN, Receipt.REPEATED, Receipt.TAKEN);
        assertThat(shopper.conversation().messages())
                .extracting(Message::offset, Message::by, Message::text)
                .containsExactly(
                        tuple(1L, null, "Good evening"),
                        tuple(2L, "camille", "Good evening, Madam"),
                        tuple(3L, null, "Is it in stock?"));
        assertThat(shopper.visitor.due()).filteredOn(Due.Said.class::isInstance).hasSize(3);
    }

    @Test
    void afterItsEndNothingIsSaidAnyMore() {
        shopper.asks("ask-1").step(new Input.Hung(Shopper.TAB, "ask-1"));

        shopper.writes("ask-1", "m-9", "Hello?");

        assertThat(shopper.receipt()).isEqualTo(Receipt.UNKNOWN);
    }

    @Test
    void typingChangesNothing() {
        shopper.asks("ask-1");
        claims(CAMILLE);

        shopper.step(new Input.Typed(Shopper.TAB, "ask-1"), new Input.Wording("ask-1", "camille"));

        assertThat(shopper.last.changed()).isFalse();
        assertThat(shopper.last.effects())
                .containsExactly(
                        new Effect.Typing("ask-1", "camille"), new Effect.Wording("ask-1", List.of(Shopper.TAB)));
    }

    @Test
    void seenGoesForwardOnlyAndNoFurtherThanWhatWasSaid() {
        shopper.asks("ask-1").writes("ask-1", "m-1", "Good evening");
        claims(CAMILLE);

        shopper.step(
                new Input.Read("ask-1", "camille", 7),
                new Input.Read("ask-1", "camille", 1),
                new Input.Saw(Shopper.TAB, "ask-1", 1));

        assertThat(shopper.last.receipts()).containsExactly(Receipt.TAKEN, Receipt.REPEATED, Receipt.TAKEN);
        assertThat(shopper.conversation().seenByAdvisor()).isEqualTo(1);
    }

    @Test
    void onlySoMuchIsKeptAtHand() {
        var text = "x".repeat(2_000);
        shopper.asks("ask-1");

        for (int i = 0; i < 80; i++) {
            shopper.writes("ask-1", "m-" + i, i % 2 == 0 ? text + i : "short " + i);
            shopper.step(
                    new Input.Told(shopper.visitor.due().stream().map(Due::id).toList()));
        }

        assertThat(shopper.conversation().offset()).isEqualTo(80);
        assertThat(shopper.conversation().messages()).hasSizeLessThanOrEqualTo(Conversation.MOST_MESSAGES);
        assertThat(shopper.conversation().messages().stream()
                        .mapToInt(each -> each.text().length())
                        .sum())
                .isLessThanOrEqualTo(Conversation.MOST_BYTES);
    }
}
