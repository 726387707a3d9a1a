package io.overture;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An open page's socket: frames are kept as they come, and taken by their type. */
public final class BrowserTab implements AutoCloseable {

    /** For what must come; a busy machine takes its time. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    /** What the platform tells of an end without a close frame. */
    public static final int BROKEN = 1006;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<ObjectNode> standing;
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable WebSocket socket;

    private BrowserTab(Supplier<ObjectNode> standing) {
        this.standing = standing;
    }

    static BrowserTab dial(HttpClient http, Node node, String origin, Supplier<ObjectNode> standing) {
        return dial(http, node, "/v1/visitor", Map.of("Origin", origin), List.of("overture.v1"), standing);
    }

    /** At another door, where nobody says who she is in a frame. */
    static BrowserTab dial(Node node, String path, Map<String, String> headers, List<String> subprotocols) {
        return dial(
                HttpClient.newHttpClient(), node, path, headers, subprotocols, JsonNodeFactory.instance::objectNode);
    }

    private static BrowserTab dial(
            HttpClient http,
            Node node,
            String path,
            Map<String, String> headers,
            List<String> subprotocols,
            Supplier<ObjectNode> standing) {
        var tab = new BrowserTab(standing);
        var lesser = subprotocols.subList(1, subprotocols.size()).toArray(String[]::new);
        var builder = http.newWebSocketBuilder().subprotocols(subprotocols.getFirst(), lesser);
        headers.forEach(builder::header);
        tab.socket = builder.buildAsync(
                        URI.create(node.base().toString().replace("http:", "ws:") + path), tab.new Heard())
                .join();
        return tab;
    }

    public void hello() {
        send(standing.get().put("type", "hello"));
    }

    /** What she says to an invitation. */
    public void answer(String invitation, String response) {
        send(frame("invitation").put("id", invitation).put("response", response));
    }

    public static ObjectNode frame(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    public void send(ObjectNode frame) {
        send(frame.toString());
    }

    public synchronized void send(String text) {
        if (socket != null) {
            socket.sendText(text, true).join();
        }
    }

    public synchronized void sendBytes(byte[] bytes) {
        if (socket != null) {
            socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        }
    }

    /** The next frame of a type, awaited; each is taken once. */
    public JsonNode next(String type) {
        return next(type, PATIENCE);
    }

    public JsonNode next(String type, Duration atMost) {
        var found = await("a frame of type " + type)
                .pollInterval(Duration.ofMillis(5))
                .atMost(atMost)
                .until(() -> untaken(type), each -> !each.isEmpty());
        taken.add(found.getFirst());
        return found.getFirst();
    }

    /** The first frame so far that is meant, awaited. */
    public JsonNode until(Predicate<JsonNode> meant) {
        return await("a frame")
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> frames.stream().filter(meant).toList(), found -> !found.isEmpty())
                .getFirst();
    }

    /** All frames of a type so far. */
    public List<JsonNode> all(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    /** Everything so far, in order. */
    public List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    public String subprotocol() {
        return socket == null ? "" : socket.getSubprotocol();
    }

    /** The close code, awaited. */
    public int closeCode() {
        return closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }

    private List<JsonNode> untaken(String type) {
        return all(type).stream()
                .filter(frame -> taken.stream().noneMatch(each -> each == frame))
                .toList();
    }

    private final class Heard implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                frames.add(parse(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(BROKEN);
        }

        private static JsonNode parse(String text) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
