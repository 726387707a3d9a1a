package io.overture.ops.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ScalingTest {

    private static final Instant START = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Load OWN = new Load(900, 12.3456, 3, 1.5, false);
    private static final Load OTHER = new Load(3_100, 50, 4, 7.25, false);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Capacity capacity = new Capacity(1_000, 100, 0.25, 2, 20);
    private final Scaling scaling = new Scaling(capacity, now::get, "own");

    @Test
    void the_answer_says_what_it_follows_from() {
        scaling.carries(OWN);
        scaling.learned(region(3, START));

        var json = ScalingResource.json("eu-west", capacity, scaling.signal());

        assertThat(json)
                .hasToString(String.join(
                        "",
                        "{\"region\":\"eu-west\",\"computedAt\":1764000000000,\"stale\":false,\"desired\":5,\"need\":5,",
                        "\"of\":\"sockets\",\"nodes\":2,",
                        "\"load\":{\"sockets\":4000,\"beaconsPerSecond\":62.346,\"inFlight\":7,",
                        "\"eventLoopDelayMillis\":7.25,\"draining\":false},",
                        "\"node\":{\"sockets\":900,\"beaconsPerSecond\":12.346,\"inFlight\":3,",
                        "\"eventLoopDelayMillis\":1.5,\"draining\":false},",
                        "\"perNode\":{\"sockets\":1000,\"beaconsPerSecond\":100.0},",
                        "\"headroom\":0.25,\"min\":2,\"max\":20}"));
    }

    @Test
    void before_anything_is_known_it_is_stale_and_asks_for_the_least() {
        var signal = scaling.signal();

        assertThat(signal.stale()).isTrue();
        assertThat(signal.desired()).isEqualTo(2);
    }

    @Test
    void while_redis_is_away_the_last_answer_stands() {
        scaling.learned(region(6, START));
        now.set(START.plus(Duration.ofMinutes(10)));

        var signal = scaling.signal();

        assertThat(signal.stale()).isTrue();
        assertThat(signal.desired()).isEqualTo(6);
        assertThat(scaling.region("own").isComplete()).isFalse();
    }

    @Test
    void every_node_asks_for_the_same() {
        var other = new Scaling(capacity, now::get, "other");
        scaling.learned(region(4, START));
        other.learned(region(4, START.minusSeconds(1)));

        assertThat(scaling.signal().desired())
                .isEqualTo(other.signal().desired())
                .isEqualTo(5);
    }

    private static Region region(int recent, Instant at) {
        return new Region(Map.of("own", OWN, "other", OTHER), Set.of("own", "other"), recent, at);
    }
}
