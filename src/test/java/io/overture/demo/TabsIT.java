package io.overture.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One invitation, however many pages she has open, and however she moves between them. */
@ExtendWith(House.class)
class TabsIT {

    @Test
    void every_tab_shows_the_same_card_and_one_answer_is_enough(Guest guest) {
        var one = guest.comesTo("/piece/L-210");
        var other = guest.opens("/leather");
        other.until(() -> !other.heard("welcome").isEmpty());
        one.looksAt("L-210", "sizing", "care", "returns").seesCard();
        other.seesCard();

        other.answers("No, thank you");

        assertThat(one.card()).hasCount(0);
        assertThat(other.card()).hasCount(0);
        assertThat(one.invitation().path("id")).isEqualTo(other.invitation().path("id"));
        assertThat(one.heard("withdraw"))
                .singleElement()
                .satisfies(frame -> assertThat(frame.path("reason").asText()).isEqualTo("answered_elsewhere"));
    }

    @Test
    void a_reload_brings_the_same_card_again(Guest guest) {
        var tab = guest.comesTo("/piece/L-210")
                .looksAt("L-210", "sizing", "care", "returns")
                .seesCard();
        var before = tab.heard("invitation").size();

        tab.page().reload();

        tab.seesCard().until(() -> tab.heard("invitation").size() > before);
        assertThat(tab.heard("invitation").getLast().path("id"))
                .isEqualTo(tab.invitation().path("id"));
    }

    @Test
    void a_page_come_back_to_is_as_it_was_left_and_connected_again(Guest guest) {
        var tab = guest.comesTo("/piece/L-210")
                .looksAt("L-210", "sizing", "care", "returns")
                .seesCard();
        tab.page().evaluate("() => { window.kept = true }");
        tab.goes("/couture").seesCard();

        tab.page().goBack(new Page.GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));

        assertThat(tab.page().evaluate("() => window.kept")).isEqualTo(true);
        // Her answer travels by socket only, and the driver sees none of a page that was kept.
        tab.seesCard().answers("No, thank you");
        tab.until(() -> guest.outcomes(tab).equals(List.of("declined")));
    }
}
