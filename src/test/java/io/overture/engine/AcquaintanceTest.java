package io.overture.engine;

import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Due;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose browser it is is told outside of it, and told again when that changes. */
class AcquaintanceTest {

    private final Shopper shopper = new Shopper(TestBook.book().facts());

    @Test
    void who_is_recognised_is_told_once_in_a_session() {
        shopper.isClient("c-1", "vic").does(view(shopper.now, WATCH));
        var first = words();
        tellAll();

        shopper.afterSeconds(1).does(view(shopper.now, WATCH)).afterSeconds(1).hello();
        var sameSession = words();
        shopper.in("session-2").afterSeconds(1).does(view(shopper.now, WATCH));

        assertThat(first).containsExactly("Recognised c-1");
        assertThat(sameSession).isEmpty();
        assertThat(words()).containsExactly("Recognised c-1");
    }

    @Test
    void a_browser_that_remembers_her_is_hers_in_a_session_that_does_not_say_who_it_is() {
        shopper.isClient("c-1", "vic").does(view(shopper.now, WATCH));
        tellAll();
        var nobody = new Beacon.Standing(new Consent(true, true), null, null);

        shopper.after(Duration.ofDays(20)).step(new Input.Greeted(Shopper.TAB, "session-2", nobody));

        assertThat(words()).containsExactly("Recognised c-1");
    }

    @Test
    void another_client_takes_her_place() {
        shopper.isClient("c-1", "vic").does(view(shopper.now, WATCH));
        tellAll();

        shopper.isClient("c-2", null).afterSeconds(1).does(view(shopper.now, WATCH));

        assertThat(words()).containsExactly("Parted c-1 for another", "Recognised c-2");
    }

    @Test
    void who_does_not_wish_to_be_known_is_parted_from_and_an_earlier_word_need_not_be_told() {
        shopper.isClient("c-1", "vic").does(view(shopper.now, WATCH));

        shopper.consents(true, false).afterSeconds(1).does(view(shopper.now, WATCH));

        assertThat(words()).containsExactly("Parted c-1");
    }

    @Test
    void so_is_who_withdraws_everything_and_whom_the_house_erases() {
        shopper.isClient("c-1", "vic").does(view(shopper.now, WATCH));
        var erased = new Shopper(TestBook.book().facts());
        erased.visitor = shopper.visitor;

        shopper.consents(false, false).afterSeconds(1).does(view(shopper.now, WATCH));
        erased.afterSeconds(1).step(new Input.Erased("c-1"));

        assertThat(words()).containsExactly("Parted c-1");
        assertThat(erased.receipt()).isEqualTo(Receipt.TAKEN);
        assertThat(erased.owes(Due.Parted.class).client()).isEqualTo("c-1");
        assertThat(erased.visitor.memory().clientId()).isNull();
    }

    @Test
    void as_a_client_s_it_is_erased_only_while_it_is_hers() {
        shopper.isClient("c-2", "vic").does(view(shopper.now, WATCH));
        var before = shopper.visitor;

        shopper.step(new Input.Erased("c-1"));

        assertThat(shopper.receipt()).isEqualTo(Receipt.WITHHELD);
        assertThat(shopper.visitor).isEqualTo(before);
    }

    private List<String> words() {
        return shopper.visitor.due().stream()
                .filter(Due.OfClient.class::isInstance)
                .map(due -> switch ((Due.OfClient) due) {
                    case Due.Recognised word -> "Recognised " + word.client();
                    case Due.Parted word -> "Parted " + word.client() + (word.another() ? " for another" : "");
                })
                .toList();
    }

    private void tellAll() {
        shopper.step(new Input.Told(shopper.visitor.due().stream().map(Due::id).toList()));
    }
}
