package io.overture.ops.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.overture.ops.scaling.Capacity.Dimension;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {

    private static final Capacity CAPACITY = new Capacity(1_000, 100, 0.25, 2, 20);
    private static final int WINDOW = 30;

    @ParameterizedTest
    @CsvSource({
        // sockets, beacons a second, need, of
        "0,     0,     0,  SOCKETS",
        "1,     0,     1,  SOCKETS",
        "800,   0,     1,  SOCKETS",
        "801,   0,     2,  SOCKETS",
        "800,   80,    1,  SOCKETS",
        "800,   80.1,  2,  BEACONS",
        "4000,  400,   5,  SOCKETS",
        "4000,  700,   9,  BEACONS",
        "10000000000, 0, 21, SOCKETS",
    })
    void the_most_loaded_dimension_counts(long sockets, double beacons, int need, Dimension of) {
        var found = CAPACITY.need(load(sockets, beacons));

        assertThat(found).isEqualTo(new Capacity.Need(need, of));
    }

    @ParameterizedTest
    @CsvSource({
        // need now, need in the window, complete, stale, before, live, desired
        "0, 0,  true,  false, 9, 9, 2",
        "3, 0,  true,  false, 2, 2, 3",
        "3, 5,  true,  false, 5, 5, 5",
        "3, 3,  true,  false, 5, 5, 3",
        "3, 3,  false, false, 5, 2, 5",
        "3, 3,  false, false, 2, 6, 6",
        "3, 3,  true,  true,  4, 2, 4",
        "3, 3,  true,  true,  2, 7, 7",
        "3, 99, true,  false, 2, 2, 20",
    })
    void what_is_desired(int now, int recent, boolean complete, boolean stale, int before, int live, int desired) {
        var nodes = new ArrayList<>(List.of("a"));
        for (int i = 1; i < live; i++) {
            nodes.add("n" + i);
        }
        var told = new HashMap<String, Load>();
        (complete ? nodes : List.of("a")).forEach(node -> told.put(node, Load.NONE));
        told.put("a", load(now * 800L, 0));
        var region = new Region(told, Set.copyOf(nodes), recent, Instant.EPOCH);

        assertThat(CAPACITY.desired(region, stale, before)).isEqualTo(desired);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0.1, 1, 2", "1, 0, 0.1, 1, 2", "1, 1, -0.1, 1, 2", "1, 1, 0, 0, 2", "1, 1, 0, 3, 2"})
    void settings_that_make_no_sense(int sockets, double beacons, double headroom, int min, int max) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Capacity(sockets, beacons, headroom, min, max));
    }

    @Property
    void never_fewer_than_the_load_needs_and_always_within_bounds(
            @ForAll @LongRange(min = 0, max = 50_000) long sockets,
            @ForAll @DoubleRange(min = 0, max = 5_000) double beacons,
            @ForAll @IntRange(max = 30) int recent,
            @ForAll @IntRange(min = 1, max = 30) int before) {
        var load = load(sockets, beacons);

        int desired = CAPACITY.desired(region(load, recent), false, before);

        assertThat(desired).isBetween(CAPACITY.min(), CAPACITY.max());
        boolean bounded = desired == CAPACITY.max();
        assertThat(bounded || sockets * 1.25 <= desired * 1_000.0).isTrue();
        assertThat(bounded || beacons * 1.25 <= desired * 100.0).isTrue();
    }

    @Property
    void more_load_never_needs_fewer_nodes(
            @ForAll @LongRange(min = 0, max = 50_000) long sockets,
            @ForAll @DoubleRange(min = 0, max = 5_000) double beacons,
            @ForAll @LongRange(min = 0, max = 5_000) long moreSockets,
            @ForAll @DoubleRange(min = 0, max = 500) double moreBeacons) {
        var less = CAPACITY.desired(region(load(sockets, beacons), 0), false, 2);
        var more = CAPACITY.desired(region(load(sockets + moreSockets, beacons + moreBeacons), 0), false, 2);

        assertThat(more).isGreaterThanOrEqualTo(less);
    }

    @Property
    void under_noise_of_a_tenth_it_stands_still_once_the_window_has_seen_it(
            @ForAll @LongRange(min = 0, max = 15_000) long base,
            @ForAll @Size(min = 1, max = WINDOW) List<@DoubleRange(min = -0.1, max = 0.1) Double> noise) {
        var desired = overTime(base, noise, 5 * WINDOW);

        assertThat(Set.copyOf(desired.subList(WINDOW, desired.size()))).hasSize(1);
    }

    @Property
    void it_goes_down_only_after_a_window_in_which_fewer_were_enough(
            @ForAll @Size(min = 2, max = 200) List<@IntRange(max = 15_000) Integer> sockets) {
        var recent = new ArrayDeque<Integer>();
        int before = CAPACITY.min();
        for (int each : sockets) {
            remember(recent, CAPACITY.need(load(each, 0)).nodes());
            int most = recent.stream().mapToInt(need -> need).max().orElseThrow();
            int desired = CAPACITY.desired(region(load(each, 0), most), false, before);
            if (desired < before) {
                int lower = desired;
                assertThat(recent).allSatisfy(need -> assertThat(need).isLessThanOrEqualTo(lower));
            }
            before = desired;
        }
    }

    @Property
    void a_missing_report_takes_no_node_away(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(max = 2_000) Integer> sockets,
            @ForAll @IntRange(max = 7) int silent) {
        var loads = new HashMap<String, Load>();
        for (int i = 0; i < sockets.size(); i++) {
            loads.put("n" + i, load(sockets.get(i), 0));
        }
        var live = Set.copyOf(loads.keySet());
        int before = CAPACITY.desired(new Region(loads, live, 0, Instant.EPOCH), false, 2);
        loads.remove("n" + silent % sockets.size());

        int after = CAPACITY.desired(new Region(loads, live, 0, Instant.EPOCH), false, before);

        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    private static List<Integer> overTime(long base, List<Double> noise, int times) {
        var recent = new ArrayDeque<Integer>();
        var all = new ArrayList<Integer>();
        int before = CAPACITY.min();
        for (int i = 0; i < times; i++) {
            var load = load((long) (base * (1 + noise.get(i % noise.size()))), 0);
            remember(recent, CAPACITY.need(load).nodes());
            int most = recent.stream().mapToInt(need -> need).max().orElseThrow();
            before = CAPACITY.desired(region(load, most), false, before);
            all.add(before);
        }
        return all;
    }

    private static void remember(ArrayDeque<Integer> recent, int need) {
        recent.add(need);
        if (recent.size() > WINDOW) {
            recent.remove();
        }
    }

    private static Region region(Load load, int recent) {
        return new Region(Map.of("a", load), Set.of("a"), recent, Instant.EPOCH);
    }

    private static Load load(long sockets, double beacons) {
        return new Load(sockets, beacons, 0, 0, false);
    }
}
