package io.overture.protocol;

import static io.overture.protocol.House.NODE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.BrowserClient;
import io.overture.Ga4;
import io.overture.Operator;
import java.math.BigDecimal;
import java.time.Duration;

/** A visit that began half a minute ago, and how the book stands with it. */
final class Visit implements AutoCloseable {

    private static final Duration SETTLED = Duration.ofSeconds(30);

    final BrowserClient browser = new BrowserClient();

    /** Something, long enough ago for the house to speak. */
    static ObjectNode settled() {
        return Ga4.ago(SETTLED, Ga4.named("page_view"));
    }

    static String id(JsonNode card) {
        return card.path("id").asText();
    }

    /** A piece of a category. */
    void sees(String category, int euros) {
        browser.happens(NODE, settled(), Ga4.view(category + "-1", category, euros));
    }

    JsonNode explained(String trigger) {
        return Operator.explain(NODE, browser, trigger);
    }

    String verdict(String trigger) {
        return explained(trigger).path("verdict").asText();
    }

    BigDecimal weight(String trigger) {
        return explained(trigger).path("weight").decimalValue();
    }

    /** The limit that keeps the house silent. */
    String blocked() {
        return Operator.explain(NODE, browser).at("/limits/blocked/limit").asText();
    }

    @Override
    public void close() {
        browser.close();
    }
}
