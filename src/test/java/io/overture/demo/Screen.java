package io.overture.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;

/** An advisor's console in a browser of her own: what she does at it, what she sees on it. */
final class Screen implements AutoCloseable {

    static final int[] DESKTOP = {1440, 900};

    private final BrowserContext context;
    private final Page page;
    private final URI base;

    Screen(Browser browser, URI base) {
        this.base = base;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(DESKTOP[0], DESKTOP[1])
                .setLocale("en-GB")
                .setTimezoneId("Europe/Paris"));
        page = context.newPage();
        page.setDefaultTimeout(Tab.PATIENCE);
    }

    Page page() {
        return page;
    }

    // --- what she does ---

    Screen signsIn(String who) {
        page.navigate(base + "/console/");
        page.getByLabel("Name").fill(who);
        page.getByLabel("Password").fill(who);
        page.getByLabel("Password").press("Enter");
        assertThat(page.locator("ov-boutique")).isVisible();
        return this;
    }

    /** One of {@code Available}, {@code Busy}, {@code Away}. */
    Screen is(String presence) {
        var choice = page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(presence));
        choice.check();
        assertThat(choice).isChecked();
        return this;
    }

    /** By one key, wherever the focus is; then the cursor is on the line. */
    Screen claims() {
        assertThat(rings()).isVisible();
        page.keyboard().press("c");
        assertThat(page.getByLabel("Your words")).isFocused();
        return this;
    }

    /** Types where the cursor is, and sends it. */
    Screen says(String text) {
        page.keyboard().type(text);
        page.keyboard().press("Enter");
        return this;
    }

    Screen passesOn(String colleague, String note) {
        leavesTheLine().press("t");
        page.getByLabel(colleague).check();
        page.getByLabel("A word for your colleague").fill(note);
        return confirms("Transfer");
    }

    Screen ends() {
        leavesTheLine().press("e");
        return confirms("End");
    }

    private Keyboard leavesTheLine() {
        page.keyboard().press("Escape");
        return page.keyboard();
    }

    private Screen confirms(String button) {
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
        assertThat(dialog).hasCount(0);
        return this;
    }

    // --- what she sees ---

    /** The buttons by which she would take whoever rings. */
    Locator rings() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Claim")));
    }

    /** Everything said in the open conversation, notes included, each as it was written. */
    Locator words() {
        return page.locator("ov-log li .words");
    }

    /** Returns once exactly this has been said, by whomever, in this order. */
    Screen reads(String... said) {
        assertThat(words()).hasText(said);
        return this;
    }

    Locator notes() {
        return page.locator("ov-log li.note .words");
    }

    Locator log() {
        return page.locator("ov-log");
    }

    Locator dossier() {
        return page.locator("ov-dossier");
    }

    Locator tasks() {
        return page.locator("ov-list li");
    }

    @Override
    public void close() {
        context.close();
    }
}
