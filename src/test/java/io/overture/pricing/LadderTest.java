package io.overture.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices that were worked out beforehand, by another program or by hand. */
class LadderTest {

    private static final Offset<Double> SIXTH_DECIMAL = within(5e-7);
    private static final Offset<Double> NINTH_DECIMAL = within(5e-10);

    /** Lognormal with mean 1 and σ 1, without the noise of a sample. */
    private record Lognormal() implements Worth {
        private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
        private static final double MU = -0.5;

        @Override
        public double mean() {
            return 1;
        }

        @Override
        public double shareAbove(double price) {
            return price <= 0 ? 1 : NORMAL.survivalProbability(Math.log(price) - MU);
        }

        @Override
        public double earnedAbove(double price) {
            return price <= 0 ? 1 : NORMAL.survivalProbability(Math.log(price) - MU - 1);
        }
    }

    @Test
    void moments_of_equal_worth_ten_slots_and_a_load_of_eight() {
        var ladder = Ladder.of(10, new Demand(8, 1, Weights.of(1)));

        assertThat(ladder.value()).isEqualTo(7.026711486, NINTH_DECIMAL);
        assertThat(ladder.prices())
                .containsExactly(
                        new double[] {
                            .121661, .136869, .155878, .180115, .211719, .253985, .312150, .394792, .516453, .702671
                        },
                        SIXTH_DECIMAL);
    }

    @Test
    void four_of_five_moments_are_worth_one_and_the_fifth_ten() {
        var worth = Weights.of(new double[] {1, 10}, new double[] {0.8, 0.2});

        var one = Ladder.of(1, new Demand(2, 1, worth));
        var two = Ladder.of(2, new Demand(4, 1, worth));

        assertThat(one.value()).isEqualTo(2.857142857, NINTH_DECIMAL);
        assertThat(two.value()).isEqualTo(6.792452830, NINTH_DECIMAL);
        assertThat(two.prices()).containsExactly(new double[] {1.509433962, 3.396226415}, NINTH_DECIMAL);
    }

    @Test
    void lognormal_moments_and_a_load_of_one_per_slot() {
        assertThat(Ladder.of(10, new Demand(10, 1, new Lognormal())).value()).isEqualTo(8.804110, SIXTH_DECIMAL);
    }

    @Test
    void lognormal_moments_and_a_load_of_two_per_slot() {
        var ladder = Ladder.of(10, new Demand(20, 1, new Lognormal()));

        assertThat(ladder.value()).isEqualTo(13.945440, SIXTH_DECIMAL);
        assertThat(ladder.prices())
                .containsExactly(
                        new double[] {.3417, .3659, .3946, .4293, .4726, .5286, .6053, .7198, .9183, 1.3945},
                        within(5e-5));
    }

    @Test
    void without_slots_nothing_is_worth_enough() {
        var ladder = Ladder.of(0, new Demand(1, 60, Weights.of(100)));

        assertThat(ladder.value()).isZero();
        assertThat(ladder.prices()).isEmpty();
        assertThat(ladder.price(0)).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 0"})
    void a_slot_nobody_wants_costs_nothing(double arrivals, double weight) {
        var ladder = Ladder.of(3, new Demand(arrivals, 60, Weights.of(weight)));

        assertThat(ladder.value()).isZero();
        assertThat(ladder.prices()).containsExactly(0, 0, 0);
        assertThat(ladder.price(3)).isInfinite();
    }

    @Test
    void no_moment_was_seen_yet() {
        assertThat(Ladder.of(2, new Demand(1, 60, Weights.of())).prices()).containsExactly(0, 0);
    }

    @Test
    void one_more_advisor_is_worth_the_difference_of_two_ladders() {
        var demand = new Demand(8, 1, Weights.of(1));

        double worth = Ladder.of(11, demand).value() - Ladder.of(10, demand).value();

        assertThat(worth).isEqualTo(8 * (Erlang.b(8, 10) - Erlang.b(8, 11)), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 40", "0.5, 100", "5, 100", "80, 100", "150, 100", "1000, 400"})
    void prices_are_exact_whatever_the_load(double load, int slots) {
        var ladder = Ladder.of(slots, new Demand(load / 90, 90, Weights.of(1)));

        var expected = new double[slots];
        Arrays.setAll(expected, n -> Erlang.b(load, slots) / Erlang.b(load, n));
        for (int n = 0; n < slots; n++) {
            assertThat(ladder.price(n)).isEqualTo(expected[n], within(expected[n] * 1e-12));
        }
    }
}
