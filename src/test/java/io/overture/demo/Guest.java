package io.overture.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Somebody who comes to the boutique with a browser of her own, and what the service keeps of her. */
final class Guest implements AutoCloseable {

    static final int[] DESKTOP = {1280, 800};
    static final int[] PHONE = {390, 844};

    private final Browser browser;
    private final URI boutique;
    private final Ledger ledger;
    private final Keeping keeping;
    private BrowserContext context;

    Guest(Browser browser, URI boutique, Ledger ledger, Keeping keeping) {
        this.browser = browser;
        this.boutique = boutique;
        this.ledger = ledger;
        this.keeping = keeping;
        this.context = with(DESKTOP);
    }

    private BrowserContext with(int[] size) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(size[0], size[1])
                .setLocale("en-GB"));
    }

    /** Before she opens anything: her screen is this large. */
    Guest at(int[] size) {
        context.close();
        context = with(size);
        return this;
    }

    /** A tab at an address of the boutique. */
    Tab opens(String path) {
        return new Tab(context.newPage(), boutique).goes(path);
    }

    /** The same, in a tab whose timers run when the test says so. */
    Tab opensWithClock(String path) {
        var page = context.newPage();
        page.clock().install();
        return new Tab(page, boutique).goes(path);
    }

    /** A tab at an address of the boutique, once she has agreed to be remembered. */
    Tab comesTo(String path) {
        var tab = opens("/").consents();
        return path.equals("/") ? tab : tab.goes(path);
    }

    VisitorKey key(Tab tab) {
        return VisitorKey.of("demo", stored(tab, "v"));
    }

    /** What the journal says of her present session, and since. */
    List<JsonNode> records(Tab tab) {
        return ledger.of(Handle.digest(stored(tab, "s")));
    }

    /** What became of her invitations. */
    List<String> outcomes(Tab tab) {
        return records(tab).stream()
                .filter(line -> line.path("type").asText().equals("invitation_closed"))
                .map(line -> line.path("outcome").asText())
                .toList();
    }

    Keeping keeping() {
        return keeping;
    }

    private static String stored(Tab tab, String field) {
        return Objects.toString(tab.page().evaluate("field => JSON.parse(localStorage.overture)[field]", field));
    }

    @Override
    public void close() {
        context.close();
        keeping.close();
    }
}
