package io.overture.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.overture.ConsoleClient;
import io.overture.Node;
import io.overture.RedisServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may open an advisor's socket, and who is shown out. */
@TestInstance(Lifecycle.PER_CLASS)
class AdvisorDoorIT {

    private final List<AutoCloseable> open = new ArrayList<>();
    private RedisServer redis;
    private Node node;

    @BeforeAll
    void start() {
        redis = RedisServer.start();
        node = Node.start(redis);
    }

    @AfterAll
    void stop() {
        node.close();
        redis.close();
    }

    @AfterEach
    void everybodyGoes() throws Exception {
        for (var each : open) {
            each.close();
        }
        open.clear();
    }

    @Test
    void overture_v1_is_what_is_spoken() {
        var console = console("camille");

        assertThat(console.subprotocol()).isEqualTo("overture.v1");
    }

    @Test
    void who_is_on_no_desks_roster_is_shown_out() {
        var console = console("lead");

        assertThat(console.closeCode()).isEqualTo(4403);
    }

    @Test
    void a_foreign_page_is_shown_out() {
        var console = ConsoleClient.dial(node, "camille", Map.of("Origin", "https://evil.example"));

        assertThat(console.closeCode()).isEqualTo(4403);
    }

    @ParameterizedTest
    @CsvSource({"operator, 403", "shop, 403", "nobody, 401"})
    void without_the_role_there_is_no_socket(String who, int status) {
        assertThatThrownBy(() -> ConsoleClient.dial(node, who))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(status));
    }

    @Test
    void without_credentials_there_is_no_socket() {
        var dialled = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("overture.v1")
                .buildAsync(
                        URI.create(node.base().toString().replace("http:", "ws:") + "/v1/advisor"),
                        new WebSocket.Listener() {});

        assertThatThrownBy(dialled::join)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void no_credentials_are_in_the_log() {
        console("camille").hello();

        assertThat(node.log()).doesNotContain(ConsoleClient.basic("camille").substring("Basic ".length()));
    }

    private ConsoleClient console(String advisor) {
        var console = ConsoleClient.dial(node, advisor);
        open.add(console);
        return console;
    }
}
