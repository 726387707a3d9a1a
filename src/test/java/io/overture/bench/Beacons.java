package io.overture.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Requests as a boutique's pages make them: many visitors, each of whom goes on with the next number of her one page
 * load. Half of the batches are views of an item, near 580 bytes; nobody looks often enough to be worth an invitation.
 */
final class Beacons {

    private static final String HEAD = """
            {"site":"demo","visitor":"%1$s","session":"s%1$s","source":"p1","seq":%2$d,"sentAt":%3$d,\
            "consent":{"analytics_storage":"granted","personalization_storage":"granted"},\
            "context":{"language":"fr-FR","timeZone":"Europe/Paris","market":"fr","device":"desktop"},\
            "events":[{"at":%4$d,""";

    private static final String ITEM = """
            "params":{"currency":"EUR","value":%1$d.00,"items":[{"item_id":"W-%1$d","item_name":"Méridienne %1$d",\
            "item_category":"watches","item_brand":"Aurelle","price":%1$d.00,"quantity":1}]}}]}""";

    private static final String VIEW = "\"name\":\"view_item\"," + ITEM;
    private static final List<String> PATH = List.of(
            VIEW,
            "\"name\":\"user_engagement\",\"params\":{\"engagement_time_msec\":4000,\"active\":true}}]}",
            VIEW,
            "\"name\":\"view_detail\",\"params\":{\"topic\":\"materials\"}}]}",
            VIEW,
            "\"name\":\"page_view\",\"params\":{\"page_location\":\"https://www.example.com/montres\"}}]}",
            VIEW,
            "\"name\":\"add_to_wishlist\"," + ITEM);

    /** What a body usually measures. */
    static final int USUAL_BYTES = 500;

    private static final int ITEMS = 12;

    private final String run;
    private final int[] seqs;
    private int next;

    /** @param run keeps the visitors of one measurement apart from those of another */
    Beacons(String run, int visitors) {
        this.run = run;
        this.seqs = new int[visitors];
    }

    /** The next visitor's next batch, as a whole HTTP request. */
    ByteBuffer next(String path) {
        int visitor = next++ % seqs.length;
        var body = body(visitor, ++seqs[visitor]).getBytes(StandardCharsets.UTF_8);
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:8080\r\n"
                + "Content-Type: text/plain;charset=UTF-8\r\nContent-Length: " + body.length + "\r\n\r\n";
        var headBytes = head.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(headBytes.length + body.length)
                .put(headBytes)
                .put(body)
                .flip();
    }

    private String body(int visitor, int seq) {
        long now = System.currentTimeMillis();
        var id = "%s%019d".formatted(run, visitor);
        int price = 400 + (visitor + seq) % ITEMS * 50;
        return HEAD.formatted(id, seq, now, now - 250)
                + PATH.get((seq - 1) % PATH.size()).formatted(price);
    }
}
