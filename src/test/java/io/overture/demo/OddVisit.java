package io.overture.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.WebSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A visitor of her own at an {@link OddShop}: runs its statements in the page, each few with a good event beside them, and
 * hears what the service makes of it. What goes wrong first is the {@link #fault()}.
 */
final class OddVisit implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = "good_cart_";
    /** Statements for one good event. */
    private static final int BESIDE = 10;

    private final BrowserContext context;
    private final Page page;
    private final CDPSession tools;
    private final double patience;
    private final Map<String, JsonNode> underway = new HashMap<>();
    private final Set<String> folded = new LinkedHashSet<>();
    private final Set<String> acknowledged = new HashSet<>();
    private int pushed;
    private @Nullable String fault;
    private boolean over;

    /** @param patience milliseconds until what has not been acknowledged counts as lost */
    OddVisit(Browser browser, URI node, OddShop shop, double patience) {
        this.patience = patience;
        context = browser.newContext();
        page = context.newPage();
        // By the browser's own tools: the driver's need the built-ins that a shop has changed.
        tools = context.newCDPSession(page);
        page.route(
                "**/wild/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(shop.html())));
        page.onWebSocket(this::listen);
        page.onResponse(this::answered);
        page.onPageError(error -> blame("an error reached the shop's console: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("overture")) {
                blame("the console said: " + message.text());
            }
        });
        page.navigate(node + "/wild/");
    }

    /** Runs these, and waits until every good event has been folded or something went wrong. */
    void pushes(List<String> statements) {
        var all = new ArrayList<String>();
        for (int i = 0; i < statements.size(); i++) {
            all.add(statements.get(i));
            if (i % BESIDE == BESIDE - 1 || i == statements.size() - 1) {
                all.add("overture('track','%s%d',{n:1})".formatted(GOOD, pushed++));
            }
        }
        evaluate(OddShop.guarded(all));
        try {
            page.waitForCondition(
                    () -> fault != null || folded.size() == pushed,
                    new Page.WaitForConditionOptions().setTimeout(patience));
        } catch (TimeoutError late) {
            blame("of %d good events only %d were folded".formatted(pushed, folded.size()));
        }
        var thrown = evaluate("window.thrown&&thrown[0]");
        if (thrown != null) {
            blame("a push threw into the shop's own code: " + thrown);
        }
    }

    /** What went wrong first; null: nothing. */
    @Nullable
    String fault() {
        return fault;
    }

    /** Batches that were acknowledged. */
    int acknowledged() {
        return acknowledged.size();
    }

    private void blame(String what) {
        if (fault == null) {
            fault = what;
        }
    }

    private @Nullable String evaluate(String source) {
        var arguments = new JsonObject();
        arguments.addProperty("expression", source);
        arguments.addProperty("returnByValue", true);
        var answer = tools.send("Runtime.evaluate", arguments);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer + " of " + source);
        }
        var value = answer.getAsJsonObject("result").get("value");
        return value == null || value.isJsonNull() ? null : value.getAsString();
    }

    private void listen(WebSocket socket) {
        socket.onFrameSent(frame -> sent(json(frame.text())));
        socket.onFrameReceived(frame -> {
            var said = json(frame.text());
            switch (said.path("type").asText()) {
                case "ack" -> acknowledged(said);
                case "error" -> refused(said);
                default -> {}
            }
        });
    }

    private void sent(JsonNode frame) {
        if (frame.path("type").asText().equals("beacon")) {
            underway.put(number(frame), frame.path("events"));
        }
    }

    private void refused(JsonNode error) {
        if (error.path("code").asText().equals("invalid")) {
            var events = underway.getOrDefault(number(error), JSON.createArrayNode());
            blame("by socket: " + error.path("errors") + at(events, error));
        }
    }

    private void answered(Response response) {
        if (over || !response.url().contains("/v1/beacons")) {
            return;
        }
        if (response.status() == 400) {
            var problem = json(response.text());
            blame("by HTTP: " + problem.path("errors") + at(events(response.request()), problem));
        } else if (response.status() == 204) {
            var batch = json(body(response.request()));
            underway.put(number(batch), batch.path("events"));
            acknowledged(batch);
        }
    }

    private static JsonNode events(Request request) {
        var body = body(request);
        return body.startsWith("{")
                ? json(body).path("events")
                : JSON.createArrayNode().add(body);
    }

    private static String body(Request request) {
        var body = request.postData();
        return body == null ? "{}" : body;
    }

    private void acknowledged(JsonNode answer) {
        var events = underway.remove(number(answer));
        if (events != null) {
            acknowledged.add(number(answer));
            for (var event : events) {
                var name = event.path("name").asText();
                if (name.startsWith(GOOD)) {
                    folded.add(name);
                }
            }
        }
    }

    /** The event that the first error points into, as it was sent; all of them when it points elsewhere. */
    private static String at(JsonNode events, JsonNode refusal) {
        var parts = refusal.path("errors").path(0).path("pointer").asText().split("/", -1);
        return " of "
                + (parts.length > 2 && parts[1].equals("events") ? events.path(Integer.parseInt(parts[2])) : events);
    }

    private static String number(JsonNode batch) {
        return batch.path("source").asText() + "/" + batch.path("seq").asText();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Override
    public void close() {
        over = true;
        context.close();
    }
}
