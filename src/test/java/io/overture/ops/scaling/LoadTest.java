package io.overture.ops.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {

    private static final long SECOND = 1_000_000_000L;

    @Property
    void what_is_told_is_what_is_heard(
            @ForAll @IntRange(max = 1_000_000) int sockets,
            @ForAll @IntRange(max = 1_000_000) int beacons,
            @ForAll @IntRange(max = 10_000) int inFlight,
            @ForAll @IntRange(max = 10_000) int delay,
            @ForAll boolean draining) {
        var load = new Load(sockets, beacons / 8.0, inFlight, delay / 8.0, draining);

        assertThat(Load.of(load.text())).contains(load);
    }

    @Test
    void a_newer_release_may_say_more() {
        var heard = Load.of("1 2.5 3 4.5 serving and more");

        assertThat(heard).contains(new Load(1, 2.5, 3, 4.5, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2 3", "a 1 1 1 serving"})
    void what_is_not_understood_is_not_counted(String text) {
        assertThat(Load.of(text)).isEmpty();
    }

    @Test
    void together_loads_are_added_up_and_the_worst_delay_counts() {
        var together = new Load(1, 2, 3, 4, false).plus(new Load(10, 20, 30, 1, true));

        assertThat(together).isEqualTo(new Load(11, 22, 33, 4, true));
    }

    @Test
    void a_steady_rate_is_found_and_a_past_one_forgotten() {
        var rate = new Rate(Duration.ofSeconds(5), 0, 0);
        double busy = 0;
        for (int second = 1; second <= 40; second++) {
            busy = rate.at(second * 100L, second * SECOND);
        }

        double quiet = 0;
        for (int second = 41; second <= 80; second++) {
            quiet = rate.at(4_000, second * SECOND);
        }

        assertThat(busy).isBetween(99.0, 100.0);
        assertThat(quiet).isBetween(0.0, 1.0);
    }
}
