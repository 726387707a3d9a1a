package io.overture.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** She says yes to an invitation at the moment in which the last advisor goes: honest words, and a way on. */
class NobodyIsThereIT {

    @Test
    void she_is_told_so_and_asks_to_be_called_back() throws Exception {
        try (var salon = Salon.open(Map.of("OVERTURE_DESK_STAFFING", "live"))) {
            var camille = salon.advisor("camille");
            var tab = salon.guest().comesTo("/piece/W-100").unfolds("sizing", "materials", "provenance");
            tab.seesCard();
            camille.is("Away");

            tab.answers("Yes, please");

            assertThat(tab.talk()).containsText("None of our advisors is free at this moment.");
            var talk = tab.talk();
            talk.getByLabel("Telephone or e-mail").fill("+33 1 23 45 67 89");
            talk.getByLabel("When it suits you").fill("Tomorrow after six");
            talk.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ask"))
                    .click();
            assertThat(tab.talk()).containsText("Your request has been passed on.");
            var task = camille.tasks().filter(new Locator.FilterOptions().setHasText("+33 1 23 45 67 89"));
            assertThat(task).containsText("Tomorrow after six");
            assertThat(camille.tasks()).hasCount(1);
        }
    }
}
