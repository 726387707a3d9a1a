package io.overture.demo;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws the boutique for eyes to judge, into {@code target/screenshots}; fails only where it cannot be drawn. */
@ExtendWith(House.class)
class PortraitsIT {

    private static final Path FOLDER = Path.of("target/screenshots");

    enum Screen {
        DESKTOP(Guest.DESKTOP),
        PHONE(Guest.PHONE);

        private final int[] size;

        Screen(int[] size) {
            this.size = size;
        }
    }

    @ParameterizedTest
    @EnumSource
    void boutique(Screen screen, Guest guest) {
        var pages = Map.of(
                "list", "/watches",
                "piece", "/piece/L-210",
                "cart", "/cart",
                "checkout", "/checkout",
                "search", "/search?q=enamel",
                "search-nothing", "/search?q=astrolabe",
                "sign-in", "/sign-in",
                "press", "/press/noon");
        var tab = guest.at(screen.size).opens("/");
        draw(screen, "consent", tab);
        draw(screen, "home", tab.presses("Only what is necessary"));
        drawWhole(screen, "home", tab);
        for (var piece : List.of("L-210", "W-100")) {
            tab.goes("/piece/" + piece).presses("Place in the bag");
        }

        pages.forEach((name, path) -> {
            draw(screen, name, tab.goes(path));
            drawWhole(screen, name, tab);
        });
    }

    @ParameterizedTest
    @EnumSource
    void invitation(Screen screen, Guest guest) {
        var tab = guest.at(screen.size).comesTo("/piece/W-100").looksAt("W-100", "sizing", "materials", "delivery");
        draw(screen, "invitation", tab.seesCard());

        tab.answers("Yes, please").until(() -> !tab.heard("conversation").isEmpty());
        draw(screen, "accepted", tab);
        tab.presses("Why");
        draw(screen, "strip", tab);
    }

    private static void draw(Screen screen, String name, Tab tab) {
        tab.stands().page().screenshot(new Page.ScreenshotOptions().setPath(path(screen, name)));
    }

    private static void drawWhole(Screen screen, String name, Tab tab) {
        tab.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(path(screen, name + "-whole"))
                        .setFullPage(true));
    }

    private static Path path(Screen screen, String name) {
        return FOLDER.resolve(screen.name().toLowerCase(Locale.ROOT) + "-" + name + ".png");
    }
}
