package io.overture.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One page of the boutique: what she does in it, what she sees, and what its socket is told. */
final class Tab {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Engaged time is told in slices of ten seconds; twice that, and a slow machine's share. */
    static final double PATIENCE = 30_000;

    private static final String AT_REST = """
            () => document.fonts.status == 'loaded' && [document, ...[...document.querySelectorAll('overture-card, overture-talk')].map(each => each.shadowRoot)]
              .every(root => !root?.getAnimations().some(animation => animation.playState == 'running'))
            """;

    private final Page page;
    private final URI boutique;
    private final List<JsonNode> heard = new ArrayList<>();
    private final List<String> beacons = new ArrayList<>();
    private int sockets;

    Tab(Page page, URI boutique) {
        this.page = page;
        this.boutique = boutique;
        page.setDefaultTimeout(PATIENCE);
        page.onWebSocket(socket -> {
            sockets++;
            socket.onFrameReceived(frame -> heard.add(json(frame)));
        });
        page.onRequest(request -> {
            if (request.url().contains("/v1/beacons")) {
                beacons.add(request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    // --- what she does ---

    Tab goes(String path) {
        page.navigate(boutique + path);
        page.waitForFunction("() => window.overture?.q === 0");
        return this;
    }

    Tab consents() {
        presses("Accept");
        page.waitForFunction("() => localStorage.overture");
        return this;
    }

    Tab presses(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
        return this;
    }

    /** Takes up, or not, what the card offers; its cross may bear the same name for those who hear it. */
    Tab answers(String words) {
        card().getByText(words).click();
        return this;
    }

    /** Writes it, and sends it. */
    Tab says(String words) {
        line().fill(words);
        line().press("Enter");
        return this;
    }

    Tab unfolds(String... topics) {
        for (var topic : topics) {
            page.locator("details[data-topic=" + topic + "] summary").click();
        }
        return this;
    }

    /** Looks as {@link #unfolds} tells them, with nothing touched. */
    Tab looksAt(String item, String... topics) {
        for (var topic : topics) {
            page.evaluate(
                    "([item_id, topic]) => overture('track', 'view_detail', {item_id, topic})", List.of(item, topic));
        }
        return this;
    }

    /** Comes back to the same page after longer than a visit's silence may last. */
    Tab returnsAnotherDay() {
        page.evaluate("() => localStorage.overture = JSON.stringify({...JSON.parse(localStorage.overture), t: 0})");
        return this;
    }

    /** Time goes by at once; for a tab opened with a clock. */
    Tab passes(Duration time) {
        page.clock().runFor(time.toMillis());
        return this;
    }

    // --- what she sees ---

    Locator card() {
        return page.locator("overture-card section");
    }

    /** The panel of a conversation, which stands in the card's place. */
    Locator talk() {
        return page.locator("overture-talk section");
    }

    /** The line she writes on. */
    Locator line() {
        return talk().getByRole(AriaRole.TEXTBOX);
    }

    /** Returns once exactly this has been said, by either of them, in this order. */
    Tab reads(String... words) {
        assertThat(talk().locator("[part~=message]"))
                .hasText(Stream.of(words)
                        .map(each -> Pattern.compile(": " + literally(each) + "$"))
                        .toArray(Pattern[]::new));
        return this;
    }

    /** As the browser's expressions have it, which know no quoting. */
    private static String literally(String words) {
        return words.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0");
    }

    /** Returns once nothing in the page moves any more. */
    Tab stands() {
        page.waitForFunction(AT_REST);
        return this;
    }

    /** Returns once the card is there. */
    Tab seesCard() {
        assertThat(card()).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
        return this;
    }

    // --- what its socket is told ---

    /** Frames of a type, oldest first. */
    List<JsonNode> heard(String type) {
        return heard.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    /** The first invitation; returns once it is there. */
    JsonNode invitation() {
        until(() -> !heard("invitation").isEmpty());
        return heard("invitation").getFirst();
    }

    /** Requests that carried a beacon. */
    List<String> beacons() {
        return beacons;
    }

    int sockets() {
        return sockets;
    }

    void until(BooleanSupplier condition) {
        page.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
    }

    private static JsonNode json(WebSocketFrame frame) {
        try {
            return JSON.readTree(frame.text());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(frame.text(), e);
        }
    }
}
