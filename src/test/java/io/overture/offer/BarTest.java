package io.overture.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {

    private Instant now = Instant.parse("2027-03-01T10:00:00Z");
    private final Bar bar = new Bar(() -> now);

    @ParameterizedTest
    @CsvSource({
        // Of a hundred moments that weigh 1 to 100.
        "10, 10, 0",
        "5, 10, 0",
        "49, 100, 51",
        "4, 10, 60",
        "1, 4, 75",
        "1, 10, 90",
        "1, 100, 99",
        "0, 10, 100",
        // No slots at all, more taken than there are, hardly anything seen.
        "0, 0, 0",
        "-1, 10, 100"
    })
    void the_fewer_slots_are_free_the_more_a_moment_must_weigh(int free, int total, int expected) {
        var height = Bar.height(free, total, weights(100));

        assertThat(height).isEqualByComparingTo(BigDecimal.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({"19, 0", "20, 20"})
    void before_enough_is_seen_there_is_no_bar(int seen, int expected) {
        var height = Bar.height(0, 10, weights(seen));

        assertThat(height).isEqualByComparingTo(BigDecimal.valueOf(expected));
    }

    @Test
    void each_tier_is_measured_against_itself() {
        weights(100).forEach(weight -> {
            bar.considered("vic", weight.movePointRight(3));
            bar.considered("client", weight);
        });
        bar.slots(1, 10);

        assertThat(bar.of("client")).isEqualByComparingTo("90");
        assertThat(bar.of("vic")).isEqualByComparingTo("90000");
        assertThat(bar.of("unknown")).isZero();
    }

    @Test
    void what_was_learnt_of_the_slots_is_believed_for_two_seconds() {
        weights(100).forEach(weight -> bar.considered("client", weight));
        bar.slots(0, 10);

        now = now.plus(Bar.FRESH);
        var fresh = bar.of("client");
        now = now.plusMillis(1);
        var stale = bar.of("client");

        assertThat(fresh).isEqualByComparingTo("100");
        assertThat(stale).isZero();
    }

    @Test
    void only_the_last_moments_count() {
        bar.considered("client", BigDecimal.valueOf(1_000_000));
        IntStream.range(0, Bar.MOST_MOMENTS).forEach(i -> bar.considered("client", BigDecimal.ONE));
        bar.slots(0, 10);

        assertThat(bar.of("client")).isEqualByComparingTo("1");
    }

    @Test
    void tiers_without_end_are_forgotten() {
        IntStream.range(0, 20).forEach(i -> bar.considered("first", BigDecimal.ONE));
        IntStream.range(0, Bar.MOST_TIERS).forEach(i -> bar.considered("tier" + i, BigDecimal.ONE));
        bar.slots(0, 10);

        assertThat(bar.of("first")).isZero();
    }

    @Property(tries = 300)
    void about_as_many_pass_as_there_are_slots_for(
            @ForAll @Size(min = 20, max = 256) List<@IntRange(min = 1, max = 100_000) Integer> weights,
            @ForAll @IntRange(min = 0, max = 49) int free) {
        var all = weights.stream().map(i -> BigDecimal.valueOf(i)).toList();

        var height = Bar.height(free, 100, all);

        // The quantile's own definition: so many do not exceed it, and fewer are below.
        long notAbove = all.stream().filter(each -> each.compareTo(height) <= 0).count();
        long below = all.stream().filter(each -> each.compareTo(height) < 0).count();
        assertThat(notAbove * 100).isGreaterThanOrEqualTo((100L - free) * all.size());
        assertThat(below * 100).isLessThan((100L - free) * all.size());
    }

    @Property(tries = 300)
    void fewer_free_slots_never_lower_the_bar(
            @ForAll @Size(min = 20, max = 64) List<@IntRange(min = 1, max = 1000) Integer> weights,
            @ForAll @IntRange(min = 0, max = 19) int free) {
        var all = weights.stream().map(i -> BigDecimal.valueOf(i)).toList();

        var fewer = Bar.height(free, 20, all);

        assertThat(fewer).isGreaterThanOrEqualTo(Bar.height(free + 1, 20, all));
    }

    private static List<BigDecimal> weights(int most) {
        return IntStream.rangeClosed(1, most)
                .mapToObj(i -> BigDecimal.valueOf(i))
                .toList();
    }
}
