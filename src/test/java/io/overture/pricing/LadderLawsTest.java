package io.overture.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for the prices of any demand. */
class LadderLawsTest {

    /** A demand whose worth can be scaled, and whose equations can be checked. */
    private record Case(double arrivals, double occupation, double[] weights) {
        Demand demand() {
            return times(1, 1);
        }

        Demand times(double busier, double dearer) {
            var worth = DoubleStream.of(weights).map(weight -> weight * dearer).toArray();
            return new Demand(arrivals * busier, occupation, Weights.of(worth));
        }

        /** λ·E[(W − p)⁺], counted one by one. */
        double excess(double price) {
            return arrivals
                    * DoubleStream.of(weights)
                            .map(weight -> Math.max(0, weight - price))
                            .average()
                            .orElse(0);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0.001, 2).ofScale(3),
                        Arbitraries.doubles().between(1, 600),
                        Arbitraries.doubles()
                                .between(1, 50_000)
                                .array(double[].class)
                                .ofMinSize(1)
                                .ofMaxSize(40))
                .as(Case::new);
    }

    @Property(tries = 500)
    void prices_and_value_solve_their_equations(
            @ForAll("cases") Case its, @ForAll @IntRange(min = 1, max = 60) int slots) {
        var ladder = Ladder.of(slots, its.demand());
        double value = ladder.value();
        var tolerance = within(value * 1e-9);

        assertThat(its.excess(ladder.price(0))).isEqualTo(value, tolerance);
        for (int n = 1; n < slots; n++) {
            assertThat(its.excess(ladder.price(n)) + n / its.occupation() * ladder.price(n - 1))
                    .isEqualTo(value, tolerance);
        }
        assertThat(slots / its.occupation() * ladder.price(slots - 1)).isEqualTo(value, tolerance);
    }

    @Property(tries = 300)
    void a_slot_costs_more_the_more_are_busy(
            @ForAll("cases") Case its, @ForAll @IntRange(min = 2, max = 40) int slots) {
        var prices = Ladder.of(slots, its.demand()).prices();

        for (int n = 1; n < slots; n++) {
            assertThat(prices[n]).isGreaterThanOrEqualTo(prices[n - 1]);
        }
        assertThat(prices[slots - 1]).isGreaterThan(prices[0]);
    }

    @Property(tries = 200)
    void moments_worth_a_multiple_make_prices_a_multiple(
            @ForAll("cases") Case its,
            @ForAll @IntRange(min = 1, max = 20) int slots,
            @ForAll @DoubleRange(min = 0.01, max = 100) double k) {
        var prices = Ladder.of(slots, its.demand()).prices();
        var dearer = Ladder.of(slots, its.times(1, k)).prices();

        for (int n = 0; n < slots; n++) {
            assertThat(dearer[n]).isEqualTo(prices[n] * k, within(prices[n] * k * 1e-8));
        }
    }

    @Property(tries = 200)
    void more_moments_make_every_slot_dearer(
            @ForAll("cases") Case its,
            @ForAll @IntRange(min = 1, max = 20) int slots,
            @ForAll @DoubleRange(min = 1.1, max = 10) double busier) {
        var prices = Ladder.of(slots, its.demand()).prices();
        var launch = Ladder.of(slots, its.times(busier, 1)).prices();

        for (int n = 0; n < slots; n++) {
            assertThat(launch[n]).isGreaterThan(prices[n]);
        }
    }

    @Property(tries = 200)
    void more_slots_make_the_first_cheaper_and_bring_more(
            @ForAll("cases") Case its, @ForAll @IntRange(min = 1, max = 20) int slots) {
        var ladder = Ladder.of(slots, its.demand());
        var wider = Ladder.of(slots + 1, its.demand());

        assertThat(wider.price(0)).isLessThan(ladder.price(0));
        assertThat(wider.value()).isGreaterThan(ladder.value() * (1 - 1e-12));
    }

    @Property(tries = 200)
    void a_weight_may_be_written_once_with_its_share(
            @ForAll("cases") Case its, @ForAll @IntRange(min = 1, max = 5) int times) {
        var often = DoubleStream.concat(
                        DoubleStream.of(its.weights()),
                        DoubleStream.generate(() -> its.weights()[0]).limit(times))
                .toArray();
        var shares = new double[its.weights().length];
        Arrays.fill(shares, 0.5);
        shares[0] = (times + 1) * 0.5;

        var listed = Ladder.of(5, new Demand(its.arrivals(), its.occupation(), Weights.of(often)));
        var shared = Ladder.of(5, new Demand(its.arrivals(), its.occupation(), Weights.of(its.weights(), shares)));

        assertThat(shared.value()).isEqualTo(listed.value(), within(listed.value() * 1e-10));
    }
}
