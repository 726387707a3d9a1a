package io.overture.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.overture.BrowserClient;
import io.overture.BrowserTab;
import io.overture.Ga4;
import io.overture.Node;
import io.overture.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk nobody sits at but a contact centre: a visitor who asks is shown the way there. */
class ContactCentreIT {

    private static final int PATIENCE = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    private HttpServer centre;
    private RedisServer redis;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        redis = RedisServer.start();
        centre = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        centre.createContext("/", this::answer);
        centre.start();
    }

    @AfterEach
    void close() {
        centre.stop(0);
        redis.close();
    }

    /** Whether it is assumed that somebody will come changes nothing for those who wait. */
    @ParameterizedTest
    @ValueSource(strings = {"live", "assumed"})
    void a_visitor_is_shown_the_way(String staffing) throws Exception {
        var environment = Map.of("OVERTURE_DESKS", desks().toString(), "OVERTURE_DESK_STAFFING", staffing);
        try (var node = Node.start(redis, environment);
                var visitor = new BrowserClient()) {
            visitor.happens(node, Ga4.view("W-1", "watches", 9_000));
            var page = visitor.open(node);

            page.send(BrowserTab.frame("request").put("id", "talk-1"));

            var event = told.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            assertThat(event.path("data").path("conversation").asText()).isEqualTo("talk-1");
            var handed = page.until(each -> each.has("handoff"));
            assertThat(handed.path("id").asText()).isEqualTo("talk-1");
            assertThat(handed.path("handoff").path("url").asText()).isEqualTo("https://centre.example/talk-1");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        told.add(JSON.readTree(exchange.getRequestBody()));
        var body = "{\"url\": \"https://centre.example/talk-1\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Path desks() throws IOException {
        var text = List.of(
                "desks:",
                "  - id: paris",
                "    languages: [en]",
                "    channels: [chat]",
                "    hours: {zone: Europe/Paris, week: {daily: \"00:00-24:00\"}}",
                "    webhook: {url: \"http://127.0.0.1:%d/hook\", secret: \"a secret of at least 32 characters\"}"
                        .formatted(centre.getAddress().getPort()),
                "    advisors: [{id: camille, name: Camille, title: Concierge}]");
        return Files.write(folder.resolve("desks.yaml"), text);
    }
}
