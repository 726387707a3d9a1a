package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.overture.RedisResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a beacon costs from socket to socket, in what no busy machine changes: bytes allocated. */
@QuarkusTest
@TestProfile(BeaconCostTest.Generous.class)
@WithTestResource(RedisResource.class)
class BeaconCostTest {

    /** Of a beacon with two events, of a visitor at hand; a seventh more than it takes once it is compiled. */
    private static final long MOST_BYTES = 30 * 1024;

    private static final int PAGES = 32;
    private static final int ROUNDS = 100;

    /** Until nearly all of it is compiled; more than that, and a visitor would have said more than one may at once. */
    private static final int MOST_MEASUREMENTS = 12;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String END = "\r\n\r\n";

    @TestHTTPResource("/v1/beacons")
    URI address;

    private long seq;

    /** No limit stands between. */
    public static final class Generous implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "overture.limits.beacons-per-second", "1000000",
                    "overture.limits.beacons-at-once", "1000000",
                    "overture.limits.new-visitors-per-minute", "1000000");
        }
    }

    @Test
    void a_beacon_allocates_no_more_than_it_did() throws IOException {
        var pages = new ArrayList<Page>();
        try {
            for (int i = 0; i < PAGES; i++) {
                pages.add(new Page(i, new Socket(address.getHost(), address.getPort())));
            }
            long least = Long.MAX_VALUE;
            for (int i = 0; i < MOST_MEASUREMENTS && least > MOST_BYTES; i++) {
                least = Math.min(least, measured(pages));
            }

            assertThat(least).isBetween(1_024L, MOST_BYTES);
        } finally {
            for (var page : pages) {
                page.socket().close();
            }
        }
    }

    /** On the event loops, which do all of it, for each beacon. What else they do meanwhile is little beside it. */
    private long measured(List<Page> pages) throws IOException {
        long before = allocated();
        for (int round = 0; round < ROUNDS; round++) {
            seq++;
            for (var page : pages) {
                page.says(seq);
            }
            for (var page : pages) {
                page.hears();
            }
        }
        return (allocated() - before) / (ROUNDS * PAGES);
    }

    private static long allocated() {
        return Arrays.stream(THREADS.dumpAllThreads(false, false, 0))
                .filter(thread -> thread.getThreadName().startsWith("vert.x-eventloop"))
                .mapToLong(thread -> THREADS.getThreadAllocatedBytes(thread.getThreadId()))
                .sum();
    }

    /** One visitor's page, over a connection of its own. */
    private record Page(int number, Socket socket, InputStream answers) {

        Page(int number, Socket socket) throws IOException {
            this(number, socket, new BufferedInputStream(socket.getInputStream()));
        }

        void says(long seq) throws IOException {
            long now = System.currentTimeMillis();
            var body = """
                    {"site": "demo", "visitor": "v%02d%s", "session": "s%02d%s", "source": "page", "seq": %d, "sentAt": %d,
                     "consent": {"analytics_storage": "granted", "personalization_storage": "granted"},
                     "context": {"language": "fr-FR", "timeZone": "Europe/Paris", "device": "desktop"},
                     "events": [
                       {"name": "view_item", "at": %d, "params": {"currency": "EUR", "value": 12500.00, "items": [
                         {"item_id": "W-100", "item_name": "Watch", "item_category": "watches", "price": 12500.00,
                          "quantity": 1}]}},
                       {"name": "user_engagement", "at": %d,
                        "params": {"engagement_time_msec": 5000, "item_id": "W-100", "active": true}}]}
                    """.formatted(number, "x".repeat(22), number, "y".repeat(22), seq, now, now - 20, now - 10);
            var request = "POST /v1/beacons HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:4000\r\n"
                    + "Content-Type: text/plain\r\nContent-Length: " + body.length() + END + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }

        void hears() throws IOException {
            var head = new StringBuilder();
            while (head.indexOf(END) < 0) {
                head.append((char) answers.read());
            }
            assertThat(head).startsWith("HTTP/1.1 204");
        }
    }
}
