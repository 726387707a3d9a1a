package io.overture.pricing;

/**
 * What a fixed price for each number of busy slots earns, and what a slot is then worth. Busy slots are a birth and death
 * process; its long-run shares give the value, and the balance of values across each step gives the prices.
 *
 * <p>Every sum here has terms of one sign, or is taken from the end where errors shrink: prices stay exact where they are
 * a millionth of the weights, and with hundreds of slots.
 */
final class Rule {

    private final int slots;
    private final double arrivals;
    private final double ends;
    /** Per number of busy slots: the share of moments that is accepted. */
    private final double[] accepted;
    /** Per number of busy slots: what is turned away, per moment of all. */
    private final double[] missed;

    private final double mean;
    /** What is accepted brings this a second, in the long run. */
    private final double value;
    /** What is turned away would have brought this a second. */
    private final double loss;

    Rule(double[] prices, Demand demand) {
        this.slots = prices.length;
        this.arrivals = demand.arrivals();
        this.ends = 1 / demand.occupation();
        this.accepted = new double[slots];
        this.missed = new double[slots];
        this.mean = demand.worth().mean();
        for (int n = 0; n < slots; n++) {
            accept(n, prices[n], demand.worth());
        }
        var shares = shares();
        double all = 0;
        double lost = 0;
        double earned = 0;
        for (int n = 0; n <= slots; n++) {
            double missing = n < slots ? missed[n] : mean;
            all += shares[n];
            lost += shares[n] * missing;
            earned += shares[n] * (mean - missing);
        }
        this.loss = arrivals * lost / all;
        this.value = arrivals * earned / all;
    }

    /** A price above every weight would close the pool: the heaviest moments are taken at any. */
    private void accept(int busy, double price, Worth worth) {
        double at = price;
        while (at > 0 && !(worth.shareAbove(at) > 0)) {
            at = at / 2;
        }
        accepted[busy] = worth.shareAbove(at);
        missed[busy] = Math.max(0, mean - worth.earnedAbove(at));
    }

    double value() {
        return value;
    }

    /** How often each number of slots is busy, as multiples of the most frequent. */
    private double[] shares() {
        var shares = new double[slots + 1];
        int peak = 0;
        while (peak < slots && arrivals * accepted[peak] > (peak + 1) * ends) {
            peak++;
        }
        shares[peak] = 1;
        for (int n = peak; n < slots; n++) {
            shares[n + 1] = shares[n] * arrivals * accepted[n] / ((n + 1) * ends);
        }
        for (int n = peak; n > 0; n--) {
            shares[n - 1] = shares[n] * n * ends / (arrivals * accepted[n - 1]);
        }
        return shares;
    }

    /** What one more busy slot costs in what comes after, for each number of busy slots. */
    double[] prices() {
        var prices = new double[slots];
        int n = 0;
        for (; n < slots && n * ends <= arrivals * accepted[n]; n++) {
            double before = n == 0 ? 0 : n * ends * prices[n - 1];
            prices[n] = (loss - arrivals * missed[n] + before) / (arrivals * accepted[n]);
        }
        if (n < slots) {
            prices[slots - 1] = value / (slots * ends);
        }
        for (int m = slots - 1; m > n; m--) {
            prices[m - 1] = (arrivals * (missed[m] + accepted[m] * prices[m]) - loss) / (m * ends);
        }
        return prices;
    }
}
