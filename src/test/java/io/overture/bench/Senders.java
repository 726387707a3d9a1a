package io.overture.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Visitors who send a beacon ten times a second, and each again until it is acknowledged. */
final class Senders implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private volatile boolean enough;

    Senders(URI base, int count) {
        this.door = URI.create(base + "/v1/beacons");
        for (int i = 0; i < count; i++) {
            var visitor = Switchboard.name(i);
            threads.execute(() -> send(visitor));
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Attempts that were answered with anything but 204. */
    int refused() {
        return refused.get();
    }

    /** Attempts that were not answered. */
    int cutOff() {
        return cutOff.get();
    }

    /** The longest time until a beacon was acknowledged, further attempts included. */
    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    @Override
    public void close() {
        enough = true;
        threads.close();
    }

    private void send(String visitor) {
        for (int seq = 1; !enough; seq++) {
            long began = System.nanoTime();
            while (!isTaken(visitor, seq) && !enough) {
                Switchboard.rest(PACE);
            }
            slowest.accumulateAndGet(System.nanoTime() - began, Math::max);
            acknowledged.incrementAndGet();
            Switchboard.rest(PACE);
        }
    }

    private boolean isTaken(String visitor, int seq) {
        try {
            var request = HttpRequest.newBuilder(door)
                    .timeout(TIMEOUT)
                    .header("Content-Type", "text/plain")
                    .header("Origin", "http://localhost:8080")
                    .POST(BodyPublishers.ofString(beacon(visitor, seq)))
                    .build();
            boolean taken = http.send(request, BodyHandlers.discarding()).statusCode() == 204;
            if (!taken) {
                refused.incrementAndGet();
            }
            return taken;
        } catch (IOException gone) {
            cutOff.incrementAndGet();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String beacon(String visitor, int seq) {
        long now = System.currentTimeMillis();
        var view = new JsonObject().put("name", "page_view").put("at", now);
        return new JsonObject()
                .put("site", "demo")
                .put("visitor", visitor)
                .put("session", "s" + visitor)
                .put("source", "p1")
                .put("seq", seq)
                .put("sentAt", now)
                .put("consent", new JsonObject().put("analytics_storage", "granted"))
                .put("events", new JsonArray().add(view))
                .encode();
    }
}
