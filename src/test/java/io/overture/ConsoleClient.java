package io.overture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** An advisor's console: credentials in the subprotocols, as a browser has to name them. */
public final class ConsoleClient implements AutoCloseable {

    private final BrowserTab tab;

    private ConsoleClient(BrowserTab tab) {
        this.tab = tab;
    }

    /** One that has been welcomed and told everything; in the demo everybody's password is her name. */
    public static ConsoleClient open(Node node, String advisor) {
        var console = dial(node, advisor);
        console.hello();
        console.next("boutique");
        return console;
    }

    /** One that has said nothing yet. */
    public static ConsoleClient dial(Node node, String advisor) {
        return dial(node, advisor, Map.of("Origin", node.base().toString()));
    }

    public static ConsoleClient dial(Node node, String advisor, Map<String, String> headers) {
        var header = "quarkus-http-upgrade#Authorization#" + basic(advisor);
        var carrier = URLEncoder.encode(header, StandardCharsets.UTF_8).replace("+", "%20");
        return new ConsoleClient(
                BrowserTab.dial(node, "/v1/advisor", headers, List.of("overture.v1", "bearer-token-carrier", carrier)));
    }

    public static String basic(String advisor) {
        return "Basic "
                + Base64.getEncoder().encodeToString((advisor + ":" + advisor).getBytes(StandardCharsets.UTF_8));
    }

    public void hello() {
        tab.send(BrowserTab.frame("hello").put("device", UUID.randomUUID().toString()));
    }

    /** Again, from where it has a conversation. */
    public void hello(String conversation, String epoch, long offset) {
        var hello = BrowserTab.frame("hello").put("device", UUID.randomUUID().toString());
        hello.putArray("talks")
                .addObject()
                .put("id", conversation)
                .put("epoch", epoch)
                .put("offset", offset);
        tab.send(hello);
    }

    /** Asks for something and awaits the answer to it: an {@code ack} or an {@code error}. */
    public JsonNode asks(ObjectNode frame) {
        var ref = UUID.randomUUID().toString();
        sends(ref, frame);
        return until(each -> each.path("ref").asText().equals(ref));
    }

    /** Asks for something; whoever wants the answer finds it by its {@code ref}. */
    public void sends(String ref, ObjectNode frame) {
        tab.send(frame.put("ref", ref));
    }

    public JsonNode asks(String type, String conversation) {
        return asks(BrowserTab.frame(type).put("conversation", conversation));
    }

    public JsonNode says(String conversation, String id, String text) {
        return asks(BrowserTab.frame("say")
                .put("conversation", conversation)
                .put("id", id)
                .put("text", text));
    }

    public void is(String state) {
        asks(BrowserTab.frame("presence").put("state", state));
    }

    public JsonNode next(String type) {
        return tab.next(type);
    }

    /** The first frame so far that is meant, awaited. */
    public JsonNode until(Predicate<JsonNode> meant) {
        return tab.until(meant);
    }

    public List<JsonNode> all(String type) {
        return tab.all(type);
    }

    public String subprotocol() {
        return tab.subprotocol();
    }

    public int closeCode() {
        return tab.closeCode();
    }

    @Override
    public void close() {
        tab.close();
    }
}
