package io.overture.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.overture.Logged;
import io.overture.site.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.LogRecord;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys from a real server that changes its mind, takes its time, and is not there. */
class PublishedKeysTest {

    private static final PublicJsonWebKey OLD = Forge.rsa("old");
    private static final PublicJsonWebKey NEW = Forge.rsa("new");
    private static final PublishedKeys.Pace PACE =
            new PublishedKeys.Pace(Duration.ofSeconds(30), Duration.ofMinutes(10));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final AtomicReference<String> body = new AtomicReference<>(Forge.keySet(OLD));
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Boolean> attempts = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final AtomicReference<Pause> pause = new AtomicReference<>(Pause.NONE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    private enum Pause {
        NONE,
        BEFORE_THE_HEAD,
        IN_THE_BODY
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            if (pause.get() == Pause.BEFORE_THE_HEAD) {
                hold();
            }
            var bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.get(), bytes.length);
            exchange.getResponseBody().write(bytes, 0, 1);
            exchange.getResponseBody().flush();
            if (pause.get() == Pause.IN_THE_BODY) {
                hold();
            }
            exchange.getResponseBody().write(bytes, 1, bytes.length - 1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        held.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void the_keys_are_there_soon_after_the_start() {
        var keys = keys();

        await().until(() -> keys.find("old") != null);
        assertThat(asked).hasValue(1);
        await().untilAsserted(() -> assertThat(attempts).containsExactly(true));
    }

    @Test
    void a_key_nobody_knows_makes_them_be_fetched_again() {
        var keys = fetched();
        body.set(Forge.keySet(OLD, NEW));
        now.set(now.get().plus(PACE.least()));

        var atFirst = keys.find("new");

        assertThat(atFirst).isNull();
        await().until(() -> keys.find("new") != null);
        assertThat(keys.find("old")).isNotNull();
        assertThat(asked).hasValue(2);
    }

    @Test
    void unknown_keys_do_not_make_a_flood() {
        var keys = fetched();

        for (int i = 0; i < 1_000; i++) {
            keys.find("made-up-" + i);
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void a_withdrawn_key_is_believed_no_longer_once_they_are_fetched_anew() {
        var keys = fetched();
        body.set(Forge.keySet(NEW));
        now.set(now.get().plus(PACE.fresh()));

        keys.find("old");

        await().until(() -> keys.find("old") == null);
        assertThat(keys.find("new")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404, 301})
    void while_the_backend_fails_the_last_keys_serve_on(int answer) {
        var keys = fetched();
        status.set(answer);
        now.set(now.get().plus(PACE.fresh()));

        keys.find("old");

        await().untilAsserted(() -> assertThat(attempts).containsExactly(true, false));
        assertThat(asked).hasValue(2);
        assertThat(keys.find("old")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"keys\": 1}"})
    void what_is_no_key_set_changes_nothing(String nonsense) {
        var keys = fetched();
        body.set(nonsense + " ");
        now.set(now.get().plus(PACE.fresh()));

        keys.find("old");

        await().until(() -> asked.get() == 2);
        assertThat(keys.find("old")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEFORE_THE_HEAD", "IN_THE_BODY"})
    void a_backend_that_takes_its_time_is_given_up_and_asked_again(String where) {
        pause.set(Pause.valueOf(where));
        var keys = keys();
        await().until(() -> asked.get() == 1);
        pause.set(Pause.NONE);

        await().until(() -> {
            now.set(now.get().plus(PACE.least()));
            return keys.find("old") != null;
        });

        assertThat(held.getCount()).isEqualTo(1);
    }

    @Test
    void an_endless_answer_is_not_read_to_its_end() {
        body.set("{\"keys\": [], \"x\": \"" + "y".repeat(300_000) + "\"}");

        var source = new KeySetSource(url(), Duration.ofSeconds(5));

        assertThatThrownBy(source::fetch).isInstanceOf(IOException.class);
    }

    @Test
    void whose_keys_cannot_be_fetched_and_why_is_in_the_log() {
        try (var log = new Logged(PublishedKeys.class)) {
            status.set(404);
            keys();

            await().untilAsserted(() -> assertThat(log.records())
                    .extracting(LogRecord::getMessage)
                    .containsExactly("event=keys_not_fetched site=paris cause=\"status 404\""));
        }
    }

    @Test
    void a_backend_that_is_not_there_leaves_its_visitors_unknown() {
        server.stop(0);
        var keys = keys();

        var key = keys.find("old");

        assertThat(key).isNull();
    }

    private PublishedKeys keys() {
        return new PublishedKeys(
                "site=paris",
                Identity.Algorithm.RS256,
                new KeySetSource(url(), Duration.ofMillis(500)),
                PACE,
                now::get,
                threads,
                attempts::add);
    }

    private PublishedKeys fetched() {
        var keys = keys();
        await().until(() -> keys.find("old") != null);
        return keys;
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    private void hold() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
