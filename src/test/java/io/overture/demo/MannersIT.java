package io.overture.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An interruption that must feel like an invitation: what the card leaves alone. */
@ExtendWith(House.class)
class MannersIT {

    private static final String ITEM = "W-100";
    private static final String FOCUSED =
            "() => document.activeElement.id || document.activeElement.textContent.trim()";
    /** Every point of a grid over the page outside the card that a click would not reach. */
    private static final String COVERED = """
            () => {
              const {left, top, right, bottom} = document.querySelector('overture-card').getBoundingClientRect();
              const covered = [];
              for (let x = 5; x < innerWidth; x += 20)
                for (let y = 5; y < innerHeight; y += 20)
                  if ((x < left || x > right || y < top || y > bottom)
                      && document.elementFromPoint(x, y)?.localName == 'overture-card') covered.push([x, y]);
              return covered;
            }
            """;

    private static final String SHIFTS = """
            () => {
              window.shifts = 0;
              new PerformanceObserver(list => window.shifts += list.getEntries().length)
                .observe({type: 'layout-shift'});
            }
            """;
    /** The observer speaks after a frame is drawn. */
    private static final String SHIFTED = """
            () => new Promise(tell => requestAnimationFrame(() => requestAnimationFrame(() => tell(window.shifts))))
            """;

    @Test
    void while_she_writes_it_waits(Guest guest) {
        var tab = guest.comesTo("/piece/" + ITEM);
        var field = tab.page().getByLabel("Engraving");
        field.fill("to H.");

        tab.looksAt(ITEM, "sizing", "materials", "delivery");

        // Sent again, because no tab has shown it.
        tab.until(() -> tab.heard("invitation").size() > 1);
        assertThat(tab.card().count()).isZero();
        field.blur();
        tab.seesCard();
    }

    @Test
    void it_takes_no_focus(Guest guest) {
        var tab = guest.comesTo("/piece/" + ITEM).unfolds("sizing", "materials", "care");
        var before = tab.page().evaluate(FOCUSED);

        tab.seesCard();

        assertThat(tab.page().evaluate(FOCUSED)).isEqualTo(before).isEqualTo("Care");
    }

    @Test
    void nothing_moves_when_it_comes_or_goes(Guest guest) {
        var tab = guest.comesTo("/piece/" + ITEM);
        tab.page().evaluate(SHIFTS);

        tab.looksAt(ITEM, "sizing", "materials", "delivery").seesCard().answers("No, thank you");

        assertThat(tab.card()).hasCount(0);
        assertThat(tab.page().evaluate(SHIFTED)).isEqualTo(0);
    }

    @Test
    void on_a_phone_the_page_around_it_stays_hers(Guest guest) {
        var tab = guest.at(Guest.PHONE).comesTo("/piece/" + ITEM);
        tab.looksAt(ITEM, "sizing", "materials", "delivery").seesCard();

        var covered = tab.page().evaluate(COVERED);
        tab.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Couture").setExact(true))
                .first()
                .click();

        assertThat(covered).isEqualTo(List.of());
        assertThat(tab.page()).hasTitle("Couture, Aurelle");
        assertThat(tab.card()).isVisible();
    }

    @Test
    void it_is_announced_politely_and_reached_by_keyboard(Guest guest) {
        var tab = guest.comesTo("/piece/" + ITEM);

        tab.looksAt(ITEM, "sizing", "materials", "delivery").seesCard();

        assertThat(tab.page()
                        .getByRole(AriaRole.STATUS)
                        .filter(new Locator.FilterOptions().setHas(tab.page().locator("section"))))
                .hasCount(1);
        tab.page().keyboard().press("Shift+Tab");
        assertThat(tab.card().getByRole(AriaRole.BUTTON).last()).isFocused();
    }

    @Test
    void it_speaks_her_language_in_its_direction(Guest guest) {
        var tab = guest.comesTo("/piece/" + ITEM);
        tab.page().evaluate("() => overture('context', {language: 'ar'})");

        tab.looksAt(ITEM, "sizing", "materials", "delivery").seesCard();

        assertThat(tab.card()).hasAttribute("lang", "ar");
        assertThat(tab.card()).hasCSS("direction", "rtl");
    }
}
