package io.overture.pricing;

import java.util.Arrays;

/**
 * The price of a slot by how many of a pool are busy: a moment is offered when it is worth more than that. With
 * {@code n} of {@code c} slots busy, {@code λ} arrivals a second and {@code 1/μ} seconds of occupation, the prices
 * {@code p} and the value {@code g} a second are those for which
 *
 * <pre>
 * g = λ·E[(W − p₀)⁺],   g = λ·E[(W − pₙ)⁺] + n·μ·pₙ₋₁ for 0 &lt; n &lt; c,   g = c·μ·p_{c−1}
 * </pre>
 *
 * <p>This is trunk reservation (Miller 1969; Lippman 1975): no rule that does not know the future earns more than
 * {@code g}. Found by policy iteration (Howard 1960): the prices say what to accept, what is accepted says what slots are
 * worth, until neither changes. Weights × k give prices × k; where all weights are 1, {@code pₙ = B(c) / B(n)} with
 * {@linkplain Erlang#b Erlang's B}.
 */
public final class Ladder {

    /** Prices settle quadratically: a dozen rounds do for any demand we tried. */
    private static final int MOST_ROUNDS = 200;

    private static final double SETTLED = 1e-14;

    private final double value;
    private final double[] prices;

    private Ladder(double value, double[] prices) {
        this.value = value;
        this.prices = prices;
    }

    /** @param slots 0 or more */
    public static Ladder of(int slots, Demand demand) {
        var prices = new double[slots];
        if (slots == 0 || demand.isNothing()) {
            return new Ladder(0, prices);
        }
        for (int round = 0; ; round++) {
            var rule = new Rule(prices, demand);
            var next = rule.prices();
            if (round == MOST_ROUNDS || isSettled(prices, next)) {
                return new Ladder(rule.value(), next);
            }
            prices = next;
        }
    }

    private static boolean isSettled(double[] before, double[] after) {
        double tolerance = SETTLED * after[after.length - 1];
        for (int n = 0; n < after.length; n++) {
            if (!(Math.abs(after[n] - before[n]) <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    public int slots() {
        return prices.length;
    }

    /** What the slots bring a second. */
    public double value() {
        return value;
    }

    /** With none busy first, with all but one busy last. */
    public double[] prices() {
        return Arrays.copyOf(prices, prices.length);
    }

    /** Of the next slot while so many are busy; without a free one no moment is worth enough. */
    public double price(int busy) {
        return busy < prices.length ? prices[Math.max(0, busy)] : Double.POSITIVE_INFINITY;
    }
}
