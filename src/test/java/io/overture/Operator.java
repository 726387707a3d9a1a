package io.overture;

import static io.overture.BrowserClient.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** What the house asks a node of the demo: its journal, and about a visitor. */
public final class Operator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8));

    private Operator() {}

    /** Every record, in order. */
    public static List<JsonNode> journal(Node node) {
        var answer = get(node, "/v1/journal?site=demo");
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(Operator::parse)
                .toList();
    }

    /** What the journal says of whoever came on this page: a name that only her own value links to her. */
    public static List<JsonNode> journalOf(Node node, BrowserClient browser) {
        var journal = journal(node);
        var names = journal.stream()
                .filter(record -> record.path("source").asText().equals(browser.source()))
                .map(record -> record.path("visitor").asText())
                .collect(Collectors.toSet());
        return journal.stream()
                .filter(record -> names.contains(record.path("visitor").asText()))
                .toList();
    }

    public static List<JsonNode> journalOf(Node node, BrowserClient browser, String type) {
        return journalOf(node, browser).stream()
                .filter(record -> record.path("type").asText().equals(type))
                .toList();
    }

    /** The book as it stands with her now. */
    public static JsonNode explain(Node node, BrowserClient browser) {
        return parse(get(node, "/v1/visitors/" + browser.handle() + "/explain").body());
    }

    /** The same at another site than the demo's. */
    public static JsonNode explainAt(String site, Node node, BrowserClient browser) {
        return parse(get(node, "/v1/visitors/" + browser.handle() + "/explain?site=" + site)
                .body());
    }

    /** What an explanation says of one trigger. */
    public static JsonNode explain(Node node, BrowserClient browser, String trigger) {
        for (var each : explain(node, browser).path("triggers")) {
            if (each.path("id").asText().equals(trigger)) {
                return each;
            }
        }
        throw new AssertionError("no trigger " + trigger);
    }

    /** Whether the desk has heard everything of her it was to hear. */
    public static boolean isSettled(Node node, BrowserClient browser) {
        return parse(get(node, "/v1/visitors/" + browser.handle()).body())
                        .path("toldToTheDeskSoon")
                        .asInt(-1)
                == 0;
    }

    /** 404 when nothing is kept of her. */
    public static int keptStatus(Node node, BrowserClient browser) {
        return get(node, "/v1/visitors/" + browser.handle()).statusCode();
    }

    private static HttpResponse<String> get(Node node, String path) {
        return ask(node, "GET", path, "");
    }

    /** @param body JSON */
    static HttpResponse<String> ask(Node node, String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(node.base() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", CREDENTIALS)
                .header("Content-Type", "application/json")
                .build());
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(text, e);
        }
    }
}
