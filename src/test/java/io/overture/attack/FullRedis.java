package io.overture.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.overture.Resp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Three visitors who send beacons as large as may be for as long as it takes, to a Redis with little room. Then what
 * somebody honest is answered: while there is room, and once there is none for strangers any more.
 */
record FullRedis(URI base, int redis) implements Attack {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern USED = Pattern.compile("used_memory:(\\d+)");
    private static final int ROOM = 24 * 1024 * 1024;
    private static final int VISITORS = 3;
    private static final int BEACONS = 120;
    private static final int ITEMS = 110;
    /** Node and Redis look at the memory every five seconds. */
    private static final Duration SEEN = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "%,d beacons of 57 kB".formatted(VISITORS * BEACONS);
    }

    @Override
    public String before() {
        return "Redis is full in half a minute, all get 503";
    }

    @Override
    public Outcome run() throws Exception {
        long before = used();
        set(before + ROOM);
        try {
            int taken = 0;
            for (int i = 0; i < VISITORS; i++) {
                taken += floods();
            }
            long grown = used() - before;
            boolean isRoomy = grown < ROOM / 2;
            int honest = status(beacon(Page.id(), 1, "", view()));
            var returning = Page.id();
            boolean known = status(beacon(returning, 1, "", view())) == 204;

            set(used() * 100 / 90);
            var shed = awaited(503);
            boolean saysWhen = shed.headers().firstValue("Retry-After").isPresent();
            boolean stays = status(beacon(returning, 2, "", view())) == 204;
            boolean clientPasses = status(beacon(Page.id(), 1, token(), view())) == 204;
            set(0);
            boolean isOver = awaited(204).statusCode() == 204;
            return new Outcome(
                    "%d taken, %,d kB more in Redis, honest %d".formatted(taken, grown / 1024, honest),
                    isRoomy && honest == 204 && known && saysWhen && stays && clientPasses && isOver);
        } finally {
            set(0);
        }
    }

    /** How many of one visitor's were taken. */
    private int floods() throws IOException, InterruptedException {
        var visitor = Page.id();
        int taken = 0;
        for (int seq = 1; seq <= BEACONS; seq++) {
            taken += status(beacon(visitor, seq, "", large(seq))) == 204 ? 1 : 0;
        }
        return taken;
    }

    /** What a stranger nobody has seen is answered, once it is that. */
    private HttpResponse<String> awaited(int status) throws IOException, InterruptedException {
        long end = System.nanoTime() + SEEN.toNanos();
        var answer = post(beacon(Page.id(), 1, "", view()));
        while (answer.statusCode() != status && System.nanoTime() < end) {
            Thread.sleep(200);
            answer = post(beacon(Page.id(), 1, "", view()));
        }
        return answer;
    }

    private int status(String beacon) throws IOException, InterruptedException {
        return post(beacon).statusCode();
    }

    private HttpResponse<String> post(String beacon) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(base + "/v1/beacons"))
                        .timeout(Page.PATIENCE)
                        .header("Content-Type", "text/plain")
                        .header("Origin", base.toString())
                        .POST(BodyPublishers.ofString(beacon))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String beacon(String visitor, int seq, String client, String events) {
        return """
                {"site": "demo", "visitor": "%s", "session": "s-0123456789012345678901", "source": "p1", "seq": %d,
                 "sentAt": %d, %s "consent": {"analytics_storage": "granted", "personalization_storage": "granted"},
                 "events": [%s]}""".formatted(visitor, seq, System.currentTimeMillis(), client, events);
    }

    private static String view() {
        return "{\"name\": \"view_item\", \"at\": %d, \"params\": {\"items\": [{\"item_id\": \"W-100\"}]}}"
                .formatted(System.currentTimeMillis());
    }

    /** Some 57 kB of pieces nobody has heard of. */
    private static String large(int seq) {
        var items = new StringBuilder();
        for (int i = 0; i < ITEMS; i++) {
            items.append(i == 0 ? "" : ",")
                    .append("{\"item_id\": \"%d-%d-%s\"}"
                            .formatted(seq, i, Page.id().repeat(15)));
        }
        return "{\"name\": \"view_item\", \"at\": %d, \"params\": {\"items\": [%s]}}"
                .formatted(System.currentTimeMillis(), items);
    }

    /** As the demo shop's backend would sign it. */
    private static String token() throws GeneralSecurityException {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        long now = System.currentTimeMillis() / 1000;
        var said = base64.encodeToString("{\"alg\":\"HS256\"}".getBytes(UTF_8))
                + "."
                + base64.encodeToString("{\"sub\":\"attacked\",\"aud\":\"demo\",\"exp\":%d}"
                        .formatted(now + 600)
                        .getBytes(UTF_8));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("demo-demo-demo-demo-demo-demo-32".getBytes(UTF_8), "HmacSHA256"));
        return "\"client\": \"%s.%s\",".formatted(said, base64.encodeToString(mac.doFinal(said.getBytes(UTF_8))));
    }

    private long used() throws IOException {
        var found = USED.matcher(Resp.once(redis, "INFO", "memory"));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private void set(long most) throws IOException {
        Resp.once(redis, "CONFIG", "SET", "maxmemory", "" + most);
    }
}
