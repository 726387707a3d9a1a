package io.overture.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.RedisResource;
import io.overture.RedisServer;
import io.overture.push.CloseCode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocket.Listener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every attack of the suite, on a service whose patience with silence is short. */
@QuarkusTest
@TestProfile(AttacksTest.Impatient.class)
@WithTestResource(RedisResource.class)
class AttacksTest {

    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration HEADERS = Duration.ofSeconds(2);
    private static final Duration BODY = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private static final String BEGINNING = "HTTP/1.1 200";
    private static final int PIECE = 16 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(50);

    @TestHTTPResource
    URI address;

    RedisServer redis;

    /** Short of patience, so that a test need not be long. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.idle-timeout",
                    IDLE.toSeconds() + "s",
                    "overture.socket.heartbeat",
                    "1s",
                    "quarkus.http.proxy.proxy-address-forwarding",
                    "true",
                    "overture.desks",
                    "src/main/resources/desks/demo.yaml",
                    "overture.patience.headers",
                    HEADERS.toSeconds() + "s",
                    "overture.patience.body",
                    BODY.toSeconds() + "s",
                    "overture.patience.answer",
                    ANSWER.toSeconds() + "s");
        }
    }

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void no_attack_gets_more_than_its_bound() throws Exception {
        var broken = new ArrayList<String>();

        var base = URI.create("http://127.0.0.1:" + address.getPort());
        var all = new ArrayList<>(Attacks.on(base, redis.port(), IDLE));
        all.addAll(Drip.all(base, HEADERS, BODY, ANSWER));
        all.addAll(Ask.all(base));
        for (var attack : all) {
            var outcome = attack.run();
            if (!outcome.held()) {
                broken.add(attack.name() + ": " + outcome.cost());
            }
        }

        assertThat(broken).isEmpty();
    }

    /** Longer than a body may take, to a request that has none. */
    @Singleton
    static class Unhurried {

        static final String DOOR = "/demo/unhurried";

        void open(@Observes Router router, Vertx vertx) {
            router.get(DOOR)
                    .order(-1)
                    .handler(request -> vertx.setTimer(
                            BODY.plusSeconds(1).toMillis(),
                            late -> request.response().end("at last")));
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void an_answer_may_take_its_time() throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + Unhurried.DOOR));

            var answer = http.send(asked.build(), BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("at last");
        }
    }

    /** In the time it takes, headers are long due that were sent ahead of their turn. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void who_reads_slowly_gets_every_answer() throws Exception {
        int many = 400;
        var request = "GET /overture.js HTTP/1.1\r\nHost: here\r\nX-Long: %s\r\n\r\n".formatted("x".repeat(1000));
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(PIECE);
            socket.connect(new InetSocketAddress("127.0.0.1", address.getPort()));
            socket.setSoTimeout(20_000);
            var sent = CompletableFuture.runAsync(() -> {
                try {
                    socket.getOutputStream().write(request.repeat(many).getBytes(US_ASCII));
                } catch (IOException hungUp) {
                    throw new UncheckedIOException(hungUp);
                }
            });

            assertThat(answers(socket, many)).isEqualTo(many);
            sent.join();
        }
    }

    private static int answers(Socket socket, int most) throws IOException {
        var heard = new StringBuilder();
        var piece = new byte[PIECE];
        int count = 0;
        for (int n = 0; count < most && n >= 0; ) {
            n = socket.getInputStream().read(piece);
            heard.append(new String(piece, 0, Math.max(0, n), US_ASCII));
            for (int at = heard.indexOf(BEGINNING); at >= 0; at = heard.indexOf(BEGINNING)) {
                heard.delete(0, at + BEGINNING.length());
                count++;
            }
            heard.delete(0, Math.max(0, heard.length() - BEGINNING.length()));
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return count;
    }

    /** It answers pings; what ends it is that it never greets, by when the other deadlines have passed. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/visitor", "/v1/advisor"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void a_socket_is_no_request_that_never_ends(String path) throws Exception {
        var closed = new CompletableFuture<Integer>();
        try (var http = HttpClient.newHttpClient()) {
            http.newWebSocketBuilder()
                    .subprotocols("overture.v1")
                    .header("Authorization", "Basic YWR2aXNvcjphZHZpc29y")
                    .header("Origin", "http://127.0.0.1:" + address.getPort())
                    .buildAsync(URI.create("ws://127.0.0.1:" + address.getPort() + path), new Listener() {
                        @Override
                        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                            closed.complete(code);
                            return Listener.super.onClose(socket, code, reason);
                        }

                        @Override
                        public void onError(WebSocket socket, Throwable error) {
                            closed.completeExceptionally(error);
                        }
                    })
                    .join();

            assertThat(closed.get(30, TimeUnit.SECONDS)).isEqualTo(CloseCode.NOT_GREETED.code());
        }
    }
}
