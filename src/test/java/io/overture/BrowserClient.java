package io.overture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.visitor.Handle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One visitor's browser at the demo's shop: who she says she is, the beacons her page posts, the tabs it has open. */
public final class BrowserClient implements AutoCloseable {

    public static final String ORIGIN = "http://localhost:8080";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String visitor = id();
    private final AtomicLong seq = new AtomicLong();
    private final List<BrowserTab> tabs = new ArrayList<>();
    private String source = id().substring(0, 12);
    private String session = id();
    private ObjectNode consent = consent(true, true);
    private @Nullable String token;
    private @Nullable ObjectNode context;

    public String handle() {
        return Handle.of(visitor).value();
    }

    public String source() {
        return source;
    }

    public BrowserClient consents(boolean analytics, boolean personalization) {
        consent = consent(analytics, personalization);
        return this;
    }

    public BrowserClient says(ObjectNode newContext) {
        context = newContext;
        return this;
    }

    public BrowserClient speaks(String language) {
        return says(JsonNodeFactory.instance.objectNode().put("language", language));
    }

    public BrowserClient carries(@Nullable String newToken) {
        token = newToken;
        return this;
    }

    /** What she does from now on is another visit, from another page. */
    public BrowserClient comesAgain() {
        session = id();
        source = id().substring(0, 12);
        seq.set(0);
        return this;
    }

    /** Who she says she is: what beacons and greetings have in common. */
    ObjectNode standing() {
        var standing = JsonNodeFactory.instance.objectNode().put("site", "demo");
        standing.put("visitor", visitor).put("session", session).set("consent", consent.deepCopy());
        if (token != null) {
            standing.put("client", token);
        }
        if (context != null) {
            standing.set("context", context.deepCopy());
        }
        return standing;
    }

    /** A greeting as she would say it now. */
    public ObjectNode hello() {
        return standing().put("type", "hello");
    }

    /** The next batch. */
    public ObjectNode beacon(ObjectNode... events) {
        return beacon(seq.incrementAndGet(), events);
    }

    public ObjectNode beacon(long number, ObjectNode... events) {
        return batch(standing(), number, events);
    }

    /** The next batch as a frame. */
    public ObjectNode frame(ObjectNode... events) {
        return batch(JsonNodeFactory.instance.objectNode().put("type", "beacon"), seq.incrementAndGet(), events);
    }

    /** One attempt; {@code sentAt} is now. */
    public HttpResponse<String> post(Node node, ObjectNode beacon) {
        return post(node.base(), beacon);
    }

    /** The same, wherever that leads. */
    public HttpResponse<String> post(URI base, ObjectNode beacon) {
        return send(request(base)
                .POST(BodyPublishers.ofString(
                        beacon.put("sentAt", System.currentTimeMillis()).toString()))
                .build());
    }

    /** The next batch, which must be taken at once. */
    public void happens(Node node, ObjectNode... events) {
        var answer = post(node, beacon(events));
        if (answer.statusCode() != 204) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    public static HttpRequest.Builder request(Node node) {
        return request(node.base());
    }

    private static HttpRequest.Builder request(URI base) {
        return HttpRequest.newBuilder(URI.create(base + "/v1/beacons"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "text/plain")
                .header("Origin", ORIGIN);
    }

    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A tab that has been welcomed. */
    public BrowserTab open(Node node) {
        var tab = dial(node);
        tab.hello();
        tab.next("welcome");
        return tab;
    }

    /** A tab that has said nothing yet. */
    public BrowserTab dial(Node node) {
        return dial(node, ORIGIN);
    }

    public BrowserTab dial(Node node, String origin) {
        var tab = BrowserTab.dial(HTTP, node, origin, this::standing);
        tabs.add(tab);
        return tab;
    }

    @Override
    public void close() {
        tabs.forEach(BrowserTab::close);
    }

    private ObjectNode batch(ObjectNode head, long number, ObjectNode... events) {
        head.put("source", source).put("seq", number).put("sentAt", System.currentTimeMillis());
        head.putArray("events").addAll(List.of(events));
        return head;
    }

    private static ObjectNode consent(boolean analytics, boolean personalization) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("analytics_storage", analytics ? "granted" : "denied")
                .put("personalization_storage", personalization ? "granted" : "denied");
    }

    private static String id() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
