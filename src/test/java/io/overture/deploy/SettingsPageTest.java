package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of settings says what the code says. */
class SettingsPageTest {
    private static final Path RENEWED = Path.of("target/settings.md");

    private final SettingsPage page = new SettingsPage();

    @Test
    void the_page_is_what_the_sources_say() throws IOException {
        var expected = page.text();

        var actual = Documents.text(SettingsPage.FILE);

        Files.writeString(RENEWED, expected);
        assertThat(actual)
                .withFailMessage("Settings have changed: look at %s and copy it to %s", RENEWED, SettingsPage.FILE)
                .isEqualTo(expected);
    }

    @Test
    void every_setting_says_what_it_means() {
        var settings = page.all();

        var silent = settings.stream().filter(each -> each.meaning().isBlank()).map(Setting::name);

        assertThat(silent).isEmpty();
    }

    @Test
    void no_setting_is_injected_that_the_page_does_not_have() {
        var injected = SettingsPage.injected();

        var listed = page.all().stream().map(Setting::name).toList();

        assertThat(listed).containsAll(injected);
    }

    @Test
    void what_deployments_set_can_be_set() {
        var ours = Deployments.variables().stream().filter(name -> name.startsWith("OVERTURE_"));

        var unknown = ours.filter(name -> page.all().stream().noneMatch(each -> each.isSetBy(name)));

        assertThat(unknown).isEmpty();
    }
}
