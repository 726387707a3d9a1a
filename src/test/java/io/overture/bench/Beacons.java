package io.overture.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Requests as a boutique's pages make them: many visitors, each of whom goes on with the next number of her one page
 * load. Half of the batches are views of an item, near 580 bytes; nobody looks often enough to be worth an invitation.
 */
final class Beacons {

    /** What a body measures on average. */
    static final int USUAL_BYTES = 500;

    private static final String STANDING = """
            ,"consent":{"analytics_storage":"granted","personalization_storage":"granted"},\
            "context":{"language":"fr-FR","timeZone":"Europe/Paris","market":"fr","device":"desktop",\
            "referrer":"https://www.example.com/montres/"},"events":[{"at":""";

    private static final List<String> VIEWS = items("view_item");

    /** What she does, in order and over again; of each, one for every item. */
    private static final List<List<String>> PATH = List.of(
            VIEWS,
            List.of(",\"name\":\"user_engagement\",\"params\":{\"engagement_time_msec\":4000,\"active\":true}}]}"),
            VIEWS,
            List.of(",\"name\":\"view_detail\",\"params\":{\"topic\":\"materials\"}}]}"),
            VIEWS,
            List.of(",\"name\":\"page_view\",\"params\":{\"page_location\":\"https://www.example.com/montres\"}}]}"),
            VIEWS,
            items("add_to_wishlist"));

    private final String run;
    private final int visitors;
    private long made;

    /** @param run keeps the visitors of one measurement apart from those of another */
    Beacons(String run, int visitors) {
        this.run = run;
        this.visitors = visitors;
    }

    /** How many have been made: visitors take turns, so this is all there is to know to go on. */
    long made() {
        return made;
    }

    /** Somebody else has made them, from {@link #asLua}. */
    void goOnAfter(long made) {
        this.made = made;
    }

    /** The next visitor's next batch, as a whole HTTP request. */
    ByteBuffer next(String path) {
        var body = body((int) (made % visitors), (int) (made / visitors) + 1).getBytes(StandardCharsets.UTF_8);
        made++;
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:8080\r\n"
                + "Content-Type: text/plain;charset=UTF-8\r\nContent-Length: " + body.length + "\r\n\r\n";
        return ByteBuffer.allocate(head.length() + body.length)
                .put(head.getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .flip();
    }

    /** What bodies are made of, for {@code bench/beacons.lua}. */
    String asLua() {
        var path = PATH.stream()
                .map(choice -> choice.stream().map(Beacons::quoted).collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining(",", "{", "}"));
        return "return {run=%s,visitors=%d,standing=%s,path=%s}\n"
                .formatted(quoted(run), visitors, quoted(STANDING), path);
    }

    private static String quoted(String text) {
        return "[==[" + text + "]==]";
    }

    private String body(int visitor, int seq) {
        long now = System.currentTimeMillis();
        var id = run + "-of-the-bench-" + (1_000_000 + visitor);
        var choice = PATH.get((seq - 1) % PATH.size());
        return "{\"site\":\"demo\",\"visitor\":\"" + id + "\",\"session\":\"s" + id + "\",\"source\":\"p1\",\"seq\":"
                + seq + ",\"sentAt\":" + now + STANDING + (now - 250) + choice.get((visitor + seq) % choice.size());
    }

    private static List<String> items(String name) {
        return List.of(400, 480, 560, 640, 720, 800, 880, 960).stream()
                .map(price -> """
                        ,"name":"%1$s","params":{"currency":"EUR","value":%2$d.00,"items":[{"item_id":"W-%2$d",\
                        "item_name":"Méridienne %2$d","item_category":"watches","item_brand":"Aurelle",\
                        "price":%2$d.00,"quantity":1}]}}]}""".formatted(name, price))
                .toList();
    }
}
