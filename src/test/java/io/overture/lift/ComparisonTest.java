package io.overture.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Effects that were worked out beforehand by other programs. */
class ComparisonTest {

    private static final double ALPHA = 0.05;
    private static final Offset<Double> FIFTH = within(6e-6);
    private static final Offset<Double> EIGHTH = within(6e-9);

    private static final Method FIXED = new Method.Fixed();
    private static final Method ALWAYS_VALID = new Method.AlwaysValid(5_000);

    @Nested
    class Amounts {
        private final Comparison arms = Comparison.of(
                Sample.ofAmounts(3_407, 1_396.87, 52_377.9767), Sample.ofAmounts(3_461, 2_422.7, 134_698.29));

        @Test
        void by_welch() {
            var found = FIXED.estimate(arms.difference(), ALPHA);

            assertThat(found.difference()).isEqualTo(0.29, within(5e-5));
            assertThat(found.standardError()).isEqualTo(0.12478, FIFTH);
            assertThat(found.low()).isEqualTo(0.04538, within(5e-5));
            assertThat(found.high()).isEqualTo(0.53462, within(5e-5));
            assertThat(found.p()).isEqualTo(0.02016, within(2e-5));
        }

        @Test
        void relative_to_the_control() {
            var found = FIXED.estimate(arms.relative().orElseThrow(), ALPHA);

            assertThat(found.difference()).isEqualTo(0.70732, within(2e-4));
            assertThat(found.standardError()).isEqualTo(0.37879, within(1e-4));
            assertThat(found.low()).isEqualTo(-0.03526, within(2e-4));
            assertThat(found.high()).isEqualTo(1.44989, within(3e-4));
            assertThat(found.p()).isEqualTo(0.06191, within(5e-5));
        }
    }

    @Nested
    class Shares {
        @Test
        void relative_by_welch() {
            var arms = Comparison.of(Sample.ofShare(28, 14), Sample.ofShare(30, 16));

            var found = FIXED.estimate(arms.relative().orElseThrow(), ALPHA);

            assertThat(found.difference()).isEqualTo(0.06667, FIFTH);
            assertThat(found.standardError()).isEqualTo(0.2717, within(5e-5));
            assertThat(found.low()).isEqualTo(-0.47767, FIFTH);
            assertThat(found.high()).isEqualTo(0.61101, FIFTH);
            assertThat(found.p()).isEqualTo(0.80707, FIFTH);
        }

        @Test
        void relative_at_any_look() {
            var arms = Comparison.of(Sample.ofShare(3_000, 1_396), Sample.ofShare(3_461, 2_422));

            var found = ALWAYS_VALID.estimate(arms.relative().orElseThrow(), ALPHA);

            assertThat(found.difference()).isEqualTo(0.50386, FIFTH);
            assertThat(found.standardError()).isEqualTo(0.03386, FIFTH);
            assertThat(found.low()).isEqualTo(0.40098, FIFTH);
            assertThat(found.high()).isEqualTo(0.60675, FIFTH);
        }
    }

    /** Hillstrom's e-mail challenge (2008): any e-mail against none, the spend of two weeks. */
    @Nested
    class Hillstrom {
        private static final long NONE = 21_306;
        private static final long MAILED = 42_694;

        private final Comparison spend = Comparison.of(
                Sample.ofAmounts(NONE, 13_908.33, 2_870_050.3621),
                Sample.ofAmounts(MAILED, 53_349.80, 11_670_471.0736));
        /** By what each had spent in the year before. */
        private final Comparison adjusted = spend.adjusted(
                new Covariate(5_132_245.81, 2_597_172_414.5563, 4_267_933.8399),
                new Covariate(10_361_236.16, 5_353_014_597.7962, 17_370_622.4509));

        @Test
        void spend() {
            var found = FIXED.estimate(spend.difference(), ALPHA);

            assertThat(found.difference()).isEqualTo(0.59679607, EIGHTH);
            assertThat(found.standardError()).isEqualTo(0.11255621, EIGHTH);
            assertThat(found.low()).isEqualTo(0.37618527, EIGHTH);
            assertThat(found.high()).isEqualTo(0.81740686, EIGHTH);
        }

        @Test
        void spend_relative_to_none() {
            var found = spend.relative().orElseThrow();

            assertThat(found.difference()).isEqualTo(0.91422457, EIGHTH);
            assertThat(found.standardError()).isEqualTo(0.26293654, EIGHTH);
        }

        @Test
        void spend_at_any_look() {
            var found = ALWAYS_VALID.estimate(spend.difference(), ALPHA);

            assertThat(found.high() - found.difference()).isEqualTo(0.36864008, within(1e-8));
            assertThat(found.difference() - found.low()).isEqualTo(0.36864008, within(1e-8));
        }

        @Test
        void spend_adjusted() {
            assertThat(adjusted.difference().difference()).isEqualTo(0.59449592, EIGHTH);
            assertThat(adjusted.difference().standardError()).isEqualTo(0.11253872, EIGHTH);
        }

        /** Divided by the adjusted mean it would be 1.720451. */
        @Test
        void spend_adjusted_is_relative_to_the_control_as_it_was() {
            assertThat(adjusted.relative().orElseThrow().difference()).isEqualTo(0.910701, within(5e-7));
        }

        @Test
        void conversion() {
            var found = Comparison.of(Sample.ofShare(NONE, 122), Sample.ofShare(MAILED, 456))
                    .difference();

            assertThat(found.difference()).isEqualTo(0.00495457, EIGHTH);
            assertThat(found.standardError()).isEqualTo(0.00071743, EIGHTH);
        }
    }

    @Nested
    class Edges {
        @Test
        void a_constant_covariate_explains_nothing() {
            var raw = Comparison.of(Sample.ofAmounts(10, 20, 60), Sample.ofAmounts(10, 30, 120));

            var adjusted = raw.adjusted(new Covariate(50, 250, 100), new Covariate(50, 250, 150));

            assertThat(adjusted.difference()).isEqualTo(raw.difference());
            assertThat(adjusted.relative()).isEqualTo(raw.relative());
        }

        @Test
        void there_is_no_share_of_a_control_that_is_not_clearly_above_nothing() {
            var barely = Sample.ofAmounts(100, 10, 101);
            var negative = Sample.ofAmounts(100, -500, 2_600);

            assertThat(Comparison.of(barely, barely).relative()).isEmpty();
            assertThat(Comparison.of(negative, barely).relative()).isEmpty();
        }

        @Test
        void where_nothing_varies_the_difference_is_certain() {
            var arms = Comparison.of(Sample.ofAmounts(5, 10, 20), Sample.ofAmounts(5, 15, 45))
                    .difference();

            assertThat(FIXED.estimate(arms, ALPHA)).isEqualTo(new Estimate(1, 0, 1, 1, 0));
            assertThat(ALWAYS_VALID.estimate(arms, ALPHA)).isEqualTo(new Estimate(1, 0, 1, 1, 0));
        }

        @Test
        void nothing_happened_to_anybody() {
            var arms =
                    Comparison.of(Sample.ofShare(50, 0), Sample.ofShare(60, 0)).difference();

            assertThat(FIXED.estimate(arms, ALPHA)).isEqualTo(new Estimate(0, 0, 0, 0, 1));
            assertThat(ALWAYS_VALID.estimate(arms, ALPHA)).isEqualTo(new Estimate(0, 0, 0, 0, 1));
        }
    }
}
