package io.overture.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two browsers, or three: somebody in the boutique, and those at their desks who look after her. */
@TestInstance(Lifecycle.PER_CLASS)
class ConversationStoryIT {

    private static final String CLIENT = "C-1042";
    private static final String NAME = "Hélène Varenne";

    private Salon salon;

    @BeforeAll
    void opens() {
        salon = Salon.open(Map.of());
        salon.knows(CLIENT, """
                {"name": "%s", "salutation": "Madame", "advisor": "camille", "tier": "client",
                 "sizes": {"bracelet": "165 mm"}}""".formatted(NAME));
    }

    @AfterAll
    void closes() throws Exception {
        salon.close();
    }

    @AfterEach
    void goHome() throws Exception {
        salon.clear();
    }

    @Test
    void from_the_moment_to_the_last_word() {
        var camille = salon.advisor("camille");
        var eloise = salon.advisor("advisor");
        var tab = invited();

        tab.answers("With pleasure");
        assertThat(camille.rings()).hasCount(1);
        assertThat(eloise.rings()).hasCount(0);
        assertThat(camille.page().getByText(NAME)).hasCount(0);

        camille.claims();
        assertThat(camille.dossier()).containsText("165 mm");
        assertThat(tab.talk()).containsText("Camille Laurent");

        camille.page().keyboard().type("Bonjour");
        assertThat(tab.talk()).containsText("Writing to you");
        camille.says(" Madame.");
        tab.reads("Bonjour Madame.");

        tab.line().pressSequentially("Le bracelet");
        assertThat(camille.log()).containsText("is writing");
        tab.says("Le bracelet se change-t-il ?");
        camille.reads("Bonjour Madame.", "Le bracelet se change-t-il ?");
        assertThat(tab.talk()).containsText("Seen");

        tab.page().reload();
        tab.reads("Bonjour Madame.", "Le bracelet se change-t-il ?");
        camille.page().reload();
        camille.reads("Bonjour Madame.", "Le bracelet se change-t-il ?");
        camille.page().getByLabel("Your words").focus();
        camille.says("Bien sûr.");
        tab.reads("Bonjour Madame.", "Le bracelet se change-t-il ?", "Bien sûr.");

        camille.passesOn("Éloïse Marchand", "She likes the blue one.");
        assertThat(tab.talk()).containsText("One moment, please");
        assertThat(eloise.rings()).hasCount(1);
        assertThat(eloise.page().getByText("She likes the blue one.")).isVisible();
        assertThat(eloise.dossier()).not().containsText("165 mm");
        eloise.claims();
        assertThat(eloise.dossier()).containsText("165 mm");
        assertThat(eloise.notes()).hasText("She likes the blue one.");
        assertThat(tab.talk()).containsText("Éloïse Marchand");
        assertThat(camille.page().getByText("A colleague has taken over.")).isVisible();
        eloise.says("Éloïse, bonjour.");
        tab.reads("Bonjour Madame.", "Le bracelet se change-t-il ?", "Bien sûr.", "Éloïse, bonjour.");

        eloise.ends();
        assertThat(tab.talk()).containsText("Thank you for your visit");
        assertThat(eloise.page().getByText("This conversation has ended.")).isVisible();
    }

    @Test
    void axe_objects_to_neither_side_of_a_conversation() {
        var camille = salon.advisor("camille");
        var tab = invited().answers("With pleasure");
        camille.claims().says("Bonjour Madame.");
        tab.reads("Bonjour Madame.").says("Bonjour.");
        camille.reads("Bonjour Madame.", "Bonjour.");

        assertThat(Axe.objections(camille.page())).isEmpty();
        assertThat(Axe.objections(tab.stands().page())).isEmpty();

        // Without motion the colours are there at once, and not on their way.
        camille.page()
                .emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(ColorScheme.DARK)
                        .setReducedMotion(ReducedMotion.REDUCE));
        assertThat(Axe.objections(camille.page())).isEmpty();
        tab.page().setViewportSize(Guest.PHONE[0], Guest.PHONE[1]);
        assertThat(Axe.objections(tab.stands().page())).isEmpty();
        camille.ends();
    }

    /** A client of the house, back at what she favours. */
    private Tab invited() {
        var tab = salon.guest().comesTo("/sign-in").presses("Continue as Madame " + NAME);
        return tab.goes("/piece/W-140").seesCard();
    }
}
