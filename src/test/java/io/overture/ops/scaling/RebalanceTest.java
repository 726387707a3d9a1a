package io.overture.ops.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebalanceTest {

    private static final Rebalance REBALANCE = new Rebalance(0.2, 50, 0.02);
    private static final int ROUNDS = 1_500;

    @ParameterizedTest
    @CsvSource({
        // own, other, asked
        "1000, 1000, 0",
        "0,    2000, 0",
        // within a fifth of the mean
        "1200, 1000, 0",
        "1500, 1000, 0",
        // a fiftieth at a time
        "2000, 1000, 40",
        "5000, 0,    100",
        // too few to be worth it
        "98,   0,    0",
        "100,  0,    2",
    })
    void what_a_node_asks_of_its_pages(int own, int other, int asked) {
        assertThat(REBALANCE.toAsk("n0", region(List.of(own, other)))).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 1, 0.1", "0.1, 0, 0.1", "0.1, 1, -0.1", "0.1, 1, 1.1"})
    void settings_that_make_no_sense(double tolerance, int minimum, double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rebalance(tolerance, minimum, share));
    }

    @Property
    void nobody_falls_below_the_mean(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 20_000) Integer> sockets,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        var region = region(sockets);
        double mean = sockets.stream().mapToInt(each -> each).average().orElseThrow();

        int asked = new Rebalance(0, 1, percent / 100.0).toAsk("n0", region);

        assertThat(asked).isNotNegative();
        assertThat(asked == 0 || sockets.getFirst() - asked >= mean).isTrue();
    }

    @Property
    void nobody_is_asked_while_one_drains_or_is_silent(
            @ForAll @Size(min = 2, max = 10) List<@IntRange(max = 20_000) Integer> sockets, @ForAll boolean drains) {
        var loads = new HashMap<>(region(sockets).nodes());
        var live = Set.copyOf(loads.keySet());
        if (drains) {
            loads.put("n1", new Load(5, 0, 0, 0, true));
        } else {
            loads.remove("n1");
        }
        var region = new Region(loads, live, 0, Instant.EPOCH);

        assertThat(live)
                .allSatisfy(node -> assertThat(REBALANCE.toAsk(node, region)).isZero());
    }

    /** Whoever is asked comes back at any node with the same likelihood, as behind a round-robin ingress. */
    @Property(tries = 200)
    void an_uneven_fleet_comes_to_rest_and_stays_there(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(max = 6_000) Integer> sockets, @ForAll long seed) {
        var random = new Random(seed);
        var now = new ArrayList<>(sockets);
        int total = sockets.stream().mapToInt(each -> each).sum();
        double mean = (double) total / sockets.size();

        int rounds = 0;
        int quiet = 0;
        while (quiet < 3 && rounds++ < ROUNDS) {
            quiet = round(now, random) == 0 ? quiet + 1 : 0;
        }

        assertThat(now.stream().mapToInt(each -> each).sum()).isEqualTo(total);
        assertThat(quiet).isEqualTo(3);
        assertThat(now).allSatisfy(each -> assertThat(each).isLessThan((int) Math.max(mean + 50, mean * 1.2) + 1));
    }

    private static int round(List<Integer> now, Random random) {
        var region = region(now);
        int moved = 0;
        for (int node = 0; node < now.size(); node++) {
            int asked = REBALANCE.toAsk("n" + node, region);
            now.set(node, now.get(node) - asked);
            for (int i = 0; i < asked; i++) {
                int to = random.nextInt(now.size());
                now.set(to, now.get(to) + 1);
            }
            moved += asked;
        }
        return moved;
    }

    private static Region region(List<Integer> sockets) {
        var loads = new HashMap<String, Load>();
        for (int i = 0; i < sockets.size(); i++) {
            loads.put("n" + i, new Load(sockets.get(i), 0, 0, 0, false));
        }
        return new Region(loads, loads.keySet(), 0, Instant.EPOCH);
    }
}
