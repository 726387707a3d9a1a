package io.overture.desk;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.overture.RedisServer;
import io.overture.engine.Receipt;
import io.overture.roster.Desk;
import io.overture.roster.Desks;
import io.overture.roster.Webhook;
import io.overture.store.Stores;
import io.overture.trace.Traceparent;
import io.overture.visitor.Handoff;
import io.overture.visitor.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A contact centre that fails, hangs, and answers in the end. Apart from tests that start Quarkus, whose loaders stay. */
@Tag("in-this-jvm")
class HooksIT {

    private static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("a secret of the house's".getBytes(StandardCharsets.UTF_8));

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private RedisServer redis;
    private Stores stores;
    private HttpServer centre;
    private Evening evening;

    private record Received(
            String id, long timestamp, String signature, String type, String traceparent, String body) {}

    @FunctionalInterface
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void open() throws IOException {
        redis = RedisServer.start();
        stores = new Stores();
        centre = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        centre.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        centre.createContext("/hook", this::receive);
        centre.start();
        evening = new Evening(stores, stores.lanes(redis.url()), new Desks(List.of(desk(false))));
    }

    @AfterEach
    void close() throws Exception {
        over.countDown();
        evening.close();
        centre.stop(0);
        stores.close();
        redis.close();
    }

    @Test
    void where_nobody_is_to_be_told_a_node_soon_looks_less_often() {
        long known = evening.lanes.commands();
        evening.inbox.hooks().look();
        await().atMost(Evening.PATIENCE).until(() -> evening.lanes.commands() >= known + 2);
        ticks(24);
        long before = evening.lanes.commands();

        ticks(16);

        assertThat(evening.lanes.commands() - before).isBetween(1L, 4L);
    }

    /** Each once the look of the one before has ended. */
    private void ticks(int many) {
        var hooks = evening.inbox.hooks();
        for (int i = 0; i < many; i++) {
            hooks.tick();
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Evening.PATIENCE)
                    .until(() -> !hooks.isLooking());
        }
    }

    @Test
    void it_is_told_until_it_answers_and_then_she_is_shown_the_way() {
        answers.add(exchange -> answer(exchange, 500, ""));
        answers.add(this::hang);
        answers.add(exchange -> answer(exchange, 200, "{\"url\": \"https://centre.example/talk-1\"}"));
        var she = evening.visitor("stranger");
        evening.asks(she, "talk-1");

        await().atMost(Evening.PATIENCE).until(() -> {
            evening.inbox.hooks().look();
            return evening.conversation(she).stage() instanceof Stage.Handed;
        });

        assertThat(evening.conversation(she).handoff()).isEqualTo(new Handoff("chat", "https://centre.example/talk-1"));
        assertThat(received).hasSize(3).allSatisfy(each -> {
            assertThat(each.id()).isEqualTo("talk-1.0");
            assertThat(each.type()).startsWith("application/cloudevents+json");
            assertThat(each.signature()).isEqualTo(HookSignature.of(SECRET, each.id(), each.timestamp(), each.body()));
            var event = RequestJson.tree(each.body());
            assertThat(event.path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.path("type").asText()).isEqualTo("io.overture.conversation.wanted");
            assertThat(event.path("data").path("conversation").asText()).isEqualTo("talk-1");
            assertThat(Traceparent.read(each.traceparent()).orElseThrow().getTraceId())
                    .isEqualTo(evening.traces.journey(she, "talk-1").getTraceId());
        });
        assertThat(received).extracting(Received::traceparent).doesNotHaveDuplicates();
        assertThat(outcomes("refused", "silent", "taken", "heard", "given_up"))
                .containsExactly(1.0, 1.0, 1.0, 0.0, 0.0);
    }

    private List<Double> outcomes(String... words) {
        return Stream.of(words)
                .map(word -> evening.meters
                        .counter("overture.desk.webhooks", "outcome", word)
                        .count())
                .toList();
    }

    @Test
    void one_that_answers_no_safe_address_has_heard_and_whoever_is_here_is_called() {
        answers.add(exchange -> answer(exchange, 200, "{\"url\": \"http://centre.example/talk-1\"}"));
        var she = evening.visitor("stranger");
        evening.asks(she, "talk-1");
        evening.awaitSettled(she);
        await().atMost(Evening.PATIENCE).until(() -> {
            evening.inbox.hooks().look();
            return !received.isEmpty();
        });

        // The round after it has heard.
        await().atMost(Evening.PATIENCE).until(() -> {
            evening.later(she, Duration.ofSeconds(12));
            evening.awaitSettled(she);
            return evening.conversation(she).stage() instanceof Stage.Unmet;
        });
        assertThat(received).hasSize(1);
        assertThat(outcomes("heard", "taken", "given_up")).containsExactly(1.0, 0.0, 0.0);
    }

    @Test
    void one_that_never_answers_is_given_up_and_nobody_is_left_waiting() {
        var she = evening.visitor("stranger");
        evening.asks(she, "talk-1");
        evening.awaitSettled(she);
        assertThat(evening.conversation(she).stage()).isInstanceOf(Stage.Waiting.class);

        evening.later(she, Duration.ofSeconds(21));

        await().atMost(Evening.PATIENCE).until(() -> evening.conversation(she).stage() instanceof Stage.Unmet);
        assertThat(get(evening.tasks.of(List.of(Task.Owner.desk("centre")), 10)))
                .hasSize(1);
    }

    @Test
    void who_covers_is_called_together_with_it() {
        covered(false);
        answers.add(this::hang);
        var she = evening.visitor("stranger");

        evening.asks(she, "talk-1");

        evening.awaitTold("camille", "ring", any -> true);
        evening.inbox.hooks().look();
        await().atMost(Evening.PATIENCE).until(() -> !received.isEmpty());
    }

    @Test
    void asked_first_it_is_asked_alone_and_who_covers_is_called_as_soon_as_it_has_heard() {
        covered(true);
        answers.add(exchange -> answer(exchange, 500, ""));
        answers.add(exchange -> answer(exchange, 202, ""));
        var she = evening.visitor("stranger");
        evening.asks(she, "talk-1");
        evening.awaitSettled(she);
        evening.later(she, Duration.ofSeconds(12));
        evening.awaitSettled(she);
        assertThat(evening.told("camille", "ring")).isEmpty();

        await().atMost(Evening.PATIENCE).until(() -> {
            evening.inbox.hooks().look();
            return !evening.told("camille", "ring").isEmpty();
        });

        assertThat(received).hasSize(2);
    }

    @Test
    void asked_first_and_given_up_it_leaves_the_conversation_to_who_covers() {
        covered(true);
        var she = evening.visitor("stranger");
        evening.asks(she, "talk-1");
        evening.awaitSettled(she);
        evening.ahead.addAndGet(Duration.ofSeconds(21).toMillis());
        evening.comes("camille");
        assertThat(evening.told("camille", "ring")).isEmpty();

        evening.inbox.hooks().look();

        evening.awaitTold("camille", "ring", any -> true);
        assertThat(received).isEmpty();
        assertThat(outcomes("given_up")).containsExactly(1.0);
        assertThat(evening.claims(she, "talk-1", "camille")).isEqualTo(Receipt.TAKEN);
    }

    /** The specification's own example. */
    @Test
    void the_signature_is_as_the_specification_has_it() {
        var signature = HookSignature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330L,
                "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Received(
                headers.getFirst("webhook-id"),
                Long.parseLong(headers.getFirst("webhook-timestamp")),
                headers.getFirst("webhook-signature"),
                headers.getFirst("content-type"),
                headers.getFirst("traceparent"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var answer = answers.poll();
        if (answer == null) {
            answer(exchange, 503, "");
        } else {
            answer.to(exchange);
        }
    }

    /** Longer than anybody waits. */
    private void hang(HttpExchange exchange) throws IOException {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** With nobody of its own, and covered by the night. */
    private Desk desk(boolean first) {
        var url = URI.create("http://127.0.0.1:" + centre.getAddress().getPort() + "/hook");
        return new Desk(
                "centre",
                "eu",
                List.of("en"),
                List.of(),
                List.of("chat"),
                Staffs.ALWAYS,
                List.of("night"),
                List.of(),
                Map.of(),
                Optional.of(new Webhook(url, SECRET, first)),
                Map.of(),
                List.of());
    }

    /** Put in force while the house is open. */
    private void covered(boolean first) {
        evening.desks =
                new Desks(List.of(desk(first), Staffs.desk("night", Map.of(), Staffs.advisor("camille", 2, "en"))));
        evening.comes("camille");
    }
}
