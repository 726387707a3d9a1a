package io.overture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Visitors of a fleet, each with a page that comes back by itself; as many as are wanted send beacons all the time. */
final class Boutique implements AutoCloseable {

    /** For what must come about; a busy machine takes its time. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MOST_PAGES = 1_000;
    private static final Duration PACE = Duration.ofMillis(100);

    /** @param taken batches that were acknowledged */
    record Guest(BrowserClient browser, ReturningPage page, List<ObjectNode> taken) {

        /** The id of what she is invited to; every card she was sent bears it. */
        String invitation() {
            var ids = page.all("invitation").stream()
                    .map(card -> card.getString("id"))
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
            return ids.getFirst();
        }

        void answers(String id, String response) {
            page.send(new JsonObject().put("type", "invitation").put("id", id).put("response", response));
        }
    }

    private final URI base;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final WebSocketClient client =
            vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(MOST_PAGES));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> senders = new ArrayList<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Returns returns = new Returns();

    Boutique(URI base) {
        this.base = base;
    }

    Returns returns() {
        return returns;
    }

    /** So many come, and are welcomed. */
    List<Guest> comes(int count) {
        var guests = Stream.generate(this::guest).limit(count).toList();
        awaitWelcome(guests);
        return guests;
    }

    void awaitWelcome(List<Guest> guests) {
        await().atMost(PATIENCE)
                .until(() -> guests.stream().allMatch(guest -> guest.page().isWelcome()));
    }

    /** Each of them looks at something precious, and is invited. */
    void invite(List<Guest> guests) {
        for (var guest : guests) {
            await().atMost(PATIENCE)
                    .until(() -> isTaken(guest, guest.browser().beacon(1, Ga4.view("P-1", "precious", 9_000))));
        }
        await().atMost(PATIENCE)
                .until(() -> guests.stream()
                        .noneMatch(guest -> guest.page().all("invitation").isEmpty()));
    }

    /** From now on each of them sends a beacon, and the next when it was acknowledged. */
    void busy(List<Guest> guests) {
        guests.forEach(guest -> senders.add(threads.submit(() -> send(guest))));
    }

    void awaitAcknowledged(int more) {
        int wanted = acknowledged.get() + more;
        await().atMost(PATIENCE).until(() -> acknowledged.get() >= wanted);
    }

    /** Returns when everybody's last beacon is acknowledged. */
    void quiet() throws Exception {
        enough.set(true);
        for (var sender : senders) {
            sender.get();
        }
    }

    /** By the page that sent it: the numbers of what the journal says was folded, in that order. */
    static HashMap<String, List<Long>> folded(Node node) {
        var folded = new HashMap<String, List<Long>>();
        Operator.journal(node).stream()
                .filter(record -> record.path("type").asText().equals("beacon"))
                .forEach(record -> folded.computeIfAbsent(record.path("source").asText(), any -> new ArrayList<>())
                        .add(record.path("seq").longValue()));
        return folded;
    }

    @Override
    public void close() {
        enough.set(true);
        threads.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Guest guest() {
        var browser = new BrowserClient();
        var page = new ReturningPage(
                vertx,
                client,
                base,
                () -> browser.standing().put("type", "hello").toString(),
                returns);
        return new Guest(browser, page, new ArrayList<>());
    }

    private void send(Guest guest) {
        for (int turn = 0; !enough.get(); turn++) {
            var beacon = guest.browser().beacon(Ga4.view("W-" + turn % 5, "watches", 3_000));
            await().pollDelay(Duration.ZERO)
                    .pollInterval(PACE)
                    .atMost(PATIENCE.multipliedBy(2))
                    .until(() -> isTaken(guest, beacon));
            guest.taken().add(beacon);
            acknowledged.incrementAndGet();
            rest();
        }
    }

    private boolean isTaken(Guest guest, ObjectNode beacon) {
        try {
            return guest.browser().post(base, beacon).statusCode() == 204;
        } catch (UncheckedIOException cutOff) {
            return false;
        }
    }

    private static void rest() {
        try {
            Thread.sleep(PACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
