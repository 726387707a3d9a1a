package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What decoding leaves to the garbage collector, which every beacon pays and no clock is needed for. */
class DecodingCostTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final int MOST_BYTES = 2_200;
    private static final int MOST_BYTES_OF_MISTAKES = 8 << 20;
    private static final int ROUNDS = 20_000;

    /** A view of an item, as the bench sends it. */
    private static final byte[] VIEW = """
            {"site":"demo","visitor":"vwarm-of-the-bench-1000001","session":"svwarm-of-the-bench-1000001","source":"p1",\
            "seq":12,"sentAt":1764000000000,"consent":{"analytics_storage":"granted","personalization_storage":"granted"},\
            "context":{"language":"fr-FR","timeZone":"Europe/Paris","market":"fr","device":"desktop",\
            "referrer":"https://www.example.com/montres/"},"events":[{"at":1763999999750,"name":"view_item",\
            "params":{"currency":"EUR","value":400.00,"items":[{"item_id":"W-400","item_name":"Méridienne 400",\
            "item_category":"watches","item_brand":"Aurelle","price":400.00,"quantity":1}]}}]}""".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_view_of_an_item() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        decodeOften();
        long before = threads.getCurrentThreadAllocatedBytes();

        decodeOften();

        long each = (threads.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
        assertThat(each).isLessThanOrEqualTo(MOST_BYTES);
    }

    /** Seven long names, and below them as many containers too deep as there is room for: each is a mistake with a long place. */
    @Test
    void a_body_of_nothing_but_mistakes() {
        var name = "{\"%s\":".formatted("n".repeat(512));
        var body = name.repeat(7) + "[" + "[],".repeat(20_000) + "[]]" + "}".repeat(7);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        BeaconReader.read(VIEW.clone(), NOW);
        long before = threads.getCurrentThreadAllocatedBytes();

        var decoded = BeaconReader.read(body.getBytes(StandardCharsets.UTF_8), NOW);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES_OF_MISTAKES);
        assertThat(decoded).isInstanceOf(Decoded.Invalid.class);
    }

    /** The same bytes again and again: there is no escape in them that would be rewritten. */
    private static void decodeOften() {
        for (int i = 0; i < ROUNDS; i++) {
            assertValid(BeaconReader.read(VIEW, NOW));
        }
    }

    private static void assertValid(Decoded<BeaconReader.Sent> decoded) {
        if (decoded instanceof Decoded.Invalid<BeaconReader.Sent> invalid) {
            throw new AssertionError(invalid.flaws());
        }
    }
}
