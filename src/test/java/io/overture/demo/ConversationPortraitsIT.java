package io.overture.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Draws both sides of a conversation in a lively boutique for eyes to judge, into {@code target/screenshots}; fails only
 * where it cannot be drawn.
 */
class ConversationPortraitsIT {

    private static final Path FOLDER = Path.of("target/screenshots");
    private static final int[] TABLET = {1024, 768};
    private static final int A_FEW = 4;

    @Test
    void both_sides_of_a_conversation() throws Exception {
        try (var salon = Salon.open(Map.of())) {
            salon.knows("C-1042", """
                    {"name": "Hélène Varenne", "salutation": "Madame", "advisor": "advisor", "tier": "vic",
                     "sizes": {"wrist": "152 mm", "bracelet": "165 mm"}, "preferredChannel": "chat",
                     "dates": [{"what": "Anniversary", "on": "--05-14"}]}""");
            given().auth()
                    .preemptive()
                    .basic("boutique", "boutique")
                    .post(salon.node().base() + "/demo/crowd?members=24&seed=5")
                    .then()
                    .statusCode(204);
            var eloise = salon.advisor("advisor");
            var colleague = salon.advisor("camille");
            var tab = salon.guest().comesTo("/sign-in").presses("Continue as Madame Hélène Varenne");
            tab.goes("/piece/W-100").unfolds("sizing").goes("/piece/W-140").seesCard();
            tab.answers("With pleasure");
            draw("console-ring", eloise.page());
            eloise.claims().says("Good evening, Madame Varenne. How lovely to see you again.");
            tab.says("Good evening. Could the Petite Heure be engraved before the fourteenth?");
            eloise.says("With pleasure. Our engraver needs three days; I would keep Thursday for you.")
                    .says("Would you like the same hand as on your Méridienne?");
            tab.says("Yes, please, the same.");
            assertThat(eloise.words()).hasCount(5);
            eloise.page().keyboard().press("Escape");
            eloise.page().keyboard().press("n");
            eloise.says("Engraving as on the Méridienne, ready by the 14th: her anniversary.");
            assertThat(eloise.notes()).hasCount(1);
            eloise.page()
                    .waitForCondition(
                            () -> eloise.page().locator("ov-boutique li").count() >= A_FEW);

            for (var light : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                eloise.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
                for (var size : new int[][] {Screen.DESKTOP, TABLET}) {
                    eloise.page().setViewportSize(size[0], size[1]);
                    draw("console-" + size[0] + "-" + light.name().toLowerCase(Locale.ROOT), eloise.page());
                }
            }
            draw("talk-desktop", tab.stands().page());
            tab.page().setViewportSize(Guest.PHONE[0], Guest.PHONE[1]);
            draw("talk-phone", tab.stands().page());
            eloise.passesOn("Camille Laurent", "The engraving is settled; she may ask about the strap.");
            assertThat(colleague.rings()).hasCount(1);
            draw("console-passed-on", colleague.page());
        }
    }

    private static void draw(String name, Page page) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
