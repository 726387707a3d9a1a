package io.overture.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What follows from her answer, and from none. */
@ExtendWith(House.class)
class AnswersIT {

    private static final String ITEM = "W-100";
    /** Longer than an invitation of the demo's book lasts. */
    private static final double UNTIL_EXPIRED = 60_000;

    @Test
    void accepted_she_reads_that_her_wish_was_passed_on_and_the_desk_has_it(Guest guest) {
        var tab = invited(guest);

        tab.answers("Yes, please");

        assertThat(tab.talk().getByText("Your wish to speak with an advisor has been passed on."))
                .isVisible();
        assertThat(tab.card()).hasCount(0);
        var id = tab.invitation().path("id").asText();
        tab.until(() -> !guest.keeping().conversations(guest.key(tab)).isEmpty());
        assertThat(guest.keeping().conversations(guest.key(tab))).containsOnlyKeys(id);
        var request = guest.keeping().conversations(guest.key(tab)).get(id);
        assertThat(request.path("trigger").asText()).isEqualTo("reassurance");
        assertThat(request.path("item").asText()).isEqualTo(ITEM);
        assertThat(request.path("channels").path(0).asText()).isEqualTo("chat");
        // 12 500 € × 1.0, for nobody knows her yet, × 0.6.
        assertThat(new BigDecimal(request.path("weight").asText())).isEqualByComparingTo("7500");
    }

    @Test
    void what_she_wrote_while_waiting_is_there_once_on_the_next_page(Guest guest) {
        var tab = invited(guest).answers("Yes, please");
        var line = tab.talk().getByRole(AriaRole.TEXTBOX);
        line.fill("Is the strap cut to measure?");
        line.press("Enter");
        var said = tab.talk().getByRole(AriaRole.LOG).locator("p:not([data-under-way])");
        assertThat(said).containsText(new String[] {"cut to measure"});

        tab.goes("/watches");

        assertThat(said).containsText(new String[] {"cut to measure"});
    }

    @Test
    void a_declined_card_goes(Guest guest) {
        var tab = invited(guest);

        tab.answers("No, thank you");

        assertThat(tab.card()).hasCount(0);
        tab.until(() -> guest.outcomes(tab).equals(List.of("declined")));
        assertThat(guest.keeping().conversations(guest.key(tab))).isEmpty();
    }

    @Test
    void escape_dismisses_it_once_the_focus_is_within(Guest guest) {
        var tab = invited(guest);

        tab.page().keyboard().press("Escape");
        assertThat(tab.card()).isVisible();
        tab.page().keyboard().press("F8");
        tab.page().keyboard().press("Escape");

        assertThat(tab.card()).hasCount(0);
        tab.until(() -> guest.outcomes(tab).equals(List.of("dismissed")));
    }

    @Test
    void without_an_answer_it_goes_by_itself(Guest guest) {
        var tab = invited(guest);

        assertThat(tab.card()).hasCount(0, new HasCountOptions().setTimeout(UNTIL_EXPIRED));

        tab.until(() -> guest.outcomes(tab).equals(List.of("expired")));
        tab.until(() -> !tab.heard("withdraw").isEmpty());
        assertThat(tab.heard("withdraw"))
                .singleElement()
                .satisfies(frame -> assertThat(frame.path("reason").asText()).isEqualTo("expired"));
    }

    @Test
    void after_a_no_there_is_silence_in_this_visit_and_in_the_next(Guest guest) {
        var tab = invited(guest).answers("No, thank you");
        assertThat(tab.card()).hasCount(0);

        tab.goes("/search?q=astrolabe");
        tab.until(() -> isSilenced(guest, tab));
        tab.returnsAnotherDay().goes("/search?q=orrery");
        tab.until(() -> visits(guest, tab) == 2 && isSilenced(guest, tab));

        assertThat(tab.heard("invitation")).hasSize(1);
        assertThat(tab.card().count()).isZero();
    }

    private static Tab invited(Guest guest) {
        var tab = guest.comesTo("/piece/" + ITEM)
                .looksAt(ITEM, "sizing", "materials", "delivery")
                .seesCard();
        tab.until(() -> !tab.heard("ack").isEmpty());
        return tab;
    }

    private static long visits(Guest guest, Tab tab) {
        return guest.records(tab).stream()
                .filter(line -> line.path("type").asText().equals("session_began"))
                .count();
    }

    /** Whether the last moment of hers could have been an invitation, had she not said no. */
    private static boolean isSilenced(Guest guest, Tab tab) {
        return guest.records(tab).stream()
                .filter(line -> line.path("type").asText().equals("moment"))
                .reduce((earlier, later) -> later)
                .filter(moment -> moment.path("trigger").asText().equals("search-without-result"))
                .filter(moment -> moment.path("verdict").asText().equals("limits"))
                .isPresent();
    }
}
