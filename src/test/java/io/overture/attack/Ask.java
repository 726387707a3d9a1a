package io.overture.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * One small request that used to cost much, by somebody with a role of the house's: the sender's fault, told soon and in
 * few words.
 */
record Ask(String name, String before, URI base, String path, String role, String type, byte[] body) implements Attack {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int MOST_SAID = 512 * 1024;

    static List<Attack> all(URI base) {
        return List.of(
                new Ask(
                        "140 kB of YAML, one long name",
                        "a heap, and with it the node",
                        base,
                        "/v1/book/validate",
                        "lead",
                        "application/yaml",
                        Hostile.longNameInQuestion()),
                new Ask(
                        "a price of 1e9999999999",
                        "500, and a trace in the log",
                        base,
                        "/v1/events",
                        "shop",
                        "application/json",
                        """
                        {"events": [{"id": "1", "type": "order_placed", "at": 1764000000000, "client": "c", "order": "o",
                         "items": [{"item": "W-100", "currency": "EUR", "price": 1e9999999999}]}]}""".getBytes(UTF_8)),
                new Loopback(base));
    }

    @Override
    public Outcome run() throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((role + ":" + role).getBytes(UTF_8));
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", type)
                .timeout(SOON)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            int said = answer.body().length;
            return new Outcome(
                    "%d, %,d bytes of answer".formatted(answer.statusCode(), said),
                    (answer.statusCode() == 400 || answer.statusCode() == 413) && said < MOST_SAID);
        } catch (HttpTimeoutException late) {
            return new Outcome("no answer in %d s".formatted(SOON.toSeconds()), false);
        }
    }

    /** Strangers without number who say, by a proxy that is believed, that they are this machine, which has no limits. */
    private record Loopback(URI base) implements Attack {

        private static final int MANY = 1_000;

        @Override
        public String name() {
            return "%,d strangers by 127.0.0.1, forwarded".formatted(MANY);
        }

        @Override
        public String before() {
            return "all of them, and so on";
        }

        @Override
        public Outcome run() throws IOException, InterruptedException {
            try (var http = HttpClient.newHttpClient()) {
                int taken = 0;
                int last = 204;
                while (taken < MANY && last == 204) {
                    last = http.send(stranger(taken), BodyHandlers.discarding()).statusCode();
                    taken += last == 204 ? 1 : 0;
                }
                return new Outcome("%,d taken, then %d".formatted(taken, last), last == 429);
            }
        }

        private HttpRequest stranger(int number) {
            return HttpRequest.newBuilder(base.resolve("/v1/beacons"))
                    .header("X-Forwarded-For", "127.0.0.1")
                    .header("Origin", "http://localhost:4000")
                    .header("Content-Type", "application/json")
                    .timeout(SOON)
                    .POST(BodyPublishers.ofString("""
                            {"site": "demo", "visitor": "v-%1$022d", "session": "s-%1$022d", "source": "p1", "seq": 1,
                             "sentAt": %2$d, "consent": {"analytics_storage": "granted"},
                             "events": [{"name": "view_item", "at": %2$d, "params": {"items": [{"item_id": "W-1"}]}}]}""".formatted(number, System.currentTimeMillis())))
                    .build();
        }
    }
}
