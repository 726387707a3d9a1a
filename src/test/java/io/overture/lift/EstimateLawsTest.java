package io.overture.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

/** What holds for the estimates of any two arms. */
class EstimateLawsTest {

    /** An interval says <em>no difference is possible</em> exactly when its p says so. */
    @Property(tries = 1_000)
    void interval_and_p_agree(
            @ForAll @LongRange(min = 10, max = 100_000) long n,
            @ForAll @DoubleRange(min = -3, max = 3) double difference,
            @ForAll @DoubleRange(min = 0.01, max = 100) double variance,
            @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 0.5) double alpha) {
        var arms = Comparison.of(new Sample(n, 10, variance), new Sample(n, 10 + difference, variance))
                .difference();

        for (var method : new Method[] {new Method.Fixed(), new Method.AlwaysValid(5_000)}) {
            var found = method.estimate(arms, alpha);
            assertThat(found.low() > 0 || found.high() < 0).isEqualTo(found.p() < alpha);
        }
    }

    @Property(tries = 500)
    void to_look_on_any_day_costs_width(
            @ForAll @LongRange(min = 50, max = 1_000_000) long n,
            @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 0.2) double alpha) {
        var arms = Comparison.of(new Sample(n, 1, 4), new Sample(n, 1, 4)).difference();

        var once = new Method.Fixed().estimate(arms, alpha);
        var always = new Method.AlwaysValid(5_000).estimate(arms, alpha);

        assertThat(always.high()).isGreaterThan(once.high());
    }

    /** Sums are enough: what a slow count of the values themselves gives. */
    @Property(tries = 300)
    void sums_give_what_the_values_give(@ForAll Random random, @ForAll @IntRange(min = 3, max = 60) int size) {
        var x = random.doubles(size, 0, 100).toArray();
        var y = DoubleStream.of(x)
                .map(each -> 0.5 * each + random.nextGaussian())
                .toArray();

        var sample = Sample.ofAmounts(size, DoubleStream.of(y).sum(), squares(y, y));
        var covariate = new Covariate(DoubleStream.of(x).sum(), squares(x, x), squares(x, y));

        assertThat(sample.variance()).isEqualTo(spread(y, y), within(1e-6));
        assertThat(covariate.variance(size)).isEqualTo(spread(x, x), within(1e-6));
        assertThat(covariate.covariance(size, DoubleStream.of(y).sum())).isEqualTo(spread(x, y), within(1e-6));
    }

    /** The adjusted relative effect with a covariate that explains nothing is the plain one. */
    @Property(tries = 300)
    void an_adjustment_by_nothing_changes_nothing(@ForAll @DoubleRange(min = 5, max = 50) double mean) {
        var control = new Sample(1_000, mean, 30);
        var treatment = new Sample(900, mean * 1.1, 40);
        var raw = Comparison.of(control, treatment);

        var adjusted = raw.adjusted(new Covariate(0, 0, 0), new Covariate(0, 0, 0));

        assertThat(adjusted.relative().orElseThrow()).isEqualTo(raw.relative().orElseThrow());
        double byHand = 40.0 / 900 / (mean * mean) + 30.0 / 1_000 * 1.1 * 1.1 / (mean * mean);
        assertThat(raw.relative().orElseThrow().errorSquared()).isEqualTo(byHand, within(1e-12));
    }

    private static double squares(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double spread(double[] a, double[] b) {
        double meanA = DoubleStream.of(a).average().orElseThrow();
        double meanB = DoubleStream.of(b).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1);
    }
}
