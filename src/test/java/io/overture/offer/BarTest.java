package io.overture.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {

    private final Bar bar = new Bar();

    @ParameterizedTest
    @CsvSource({"19, 0, 0", "20, 10, 10", "21, 10, 11", "256, 128, 128", "300, 128, 128"})
    void the_heavier_half_of_the_last_moments_is_known_once_enough_are_seen(int seen, int below, int weights) {
        weights(seen).forEach(weight -> bar.considered("client", weight));

        var ladder = bar.of("client");

        assertThat(ladder.below()).isEqualTo(below);
        assertThat(ladder.weights()).hasSize(weights).isSorted();
        assertThat(ladder.weights()).allMatch(each -> each.intValue() > seen - weights);
    }

    @Test
    void each_tier_is_measured_against_itself() {
        weights(100).forEach(weight -> {
            bar.considered("vic", weight.movePointRight(3));
            bar.considered("client", weight);
        });

        assertThat(bar.of("client").weights().getLast()).isEqualByComparingTo("100");
        assertThat(bar.of("vic").weights().getLast()).isEqualByComparingTo("100000");
        assertThat(bar.of("unknown").weights()).isEmpty();
    }

    @Test
    void tiers_without_end_are_forgotten() {
        IntStream.range(0, 20).forEach(i -> bar.considered("first", BigDecimal.ONE));
        IntStream.range(0, Bar.MOST_TIERS).forEach(i -> bar.considered("tier" + i, BigDecimal.ONE));

        assertThat(bar.of("first").weights()).isEmpty();
    }

    private static List<BigDecimal> weights(int most) {
        return IntStream.rangeClosed(1, most)
                .mapToObj(i -> BigDecimal.valueOf(i))
                .toList();
    }
}
