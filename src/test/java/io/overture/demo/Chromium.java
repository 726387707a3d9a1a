package io.overture.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser, with nobody at it yet. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final String EXECUTABLE = System.getenv().getOrDefault("OVERTURE_CHROMIUM", "/usr/bin/chromium");
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** For what must be seen; a busy machine takes its time. */
    private static final double PATIENCE = 20_000;

    /** The driver switches it off; our page must be fit for it. */
    private static final List<String> BACK_FORWARD = List.of("--disable-back-forward-cache");

    static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(EXECUTABLE))
                        .setIgnoreDefaultArgs(BACK_FORWARD)
                        .setArgs(QUIETLY));
        return new Chromium(playwright, browser);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
