package io.overture.pricing;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The worth of moments as they were observed: a list of weights, each with its share of the moments. */
public final class Weights implements Worth {

    /** Sorted, lightest first. */
    private final double[] weights;
    /** At {@code i}: the share of the moments from the {@code i}-th weight on; one more entry, which is 0. */
    private final double[] shareFrom;
    /** At {@code i}: what those bring, per moment of all; one more entry, which is 0. */
    private final double[] earnedFrom;

    private Weights(double[] weights, double[] shares) {
        int size = weights.length;
        var order = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Double.compare(weights[a], weights[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double all = DoubleStream.of(shares).sum();
        this.weights = new double[size];
        this.shareFrom = new double[size + 1];
        this.earnedFrom = new double[size + 1];
        for (int i = size - 1; i >= 0; i--) {
            double share = shares[order[i]] / all;
            this.weights[i] = weights[order[i]];
            shareFrom[i] = shareFrom[i + 1] + share;
            earnedFrom[i] = earnedFrom[i + 1] + share * this.weights[i];
        }
    }

    /** Each weight as often as it stands there. */
    public static Weights of(double... weights) {
        var shares = new double[weights.length];
        Arrays.fill(shares, 1);
        return new Weights(weights, shares);
    }

    /**
     * @param weights 0 or more
     * @param shares of equal length, 0 or more, whose sum is positive unless there are none; their proportions count
     */
    public static Weights of(double[] weights, double[] shares) {
        if (weights.length != shares.length) {
            throw new IllegalArgumentException(weights.length + " weights and " + shares.length + " shares");
        }
        return new Weights(weights, shares);
    }

    @Override
    public double mean() {
        return earnedFrom[0];
    }

    @Override
    public double shareAbove(double price) {
        return shareFrom[firstAbove(price)];
    }

    @Override
    public double earnedAbove(double price) {
        return earnedFrom[firstAbove(price)];
    }

    private int firstAbove(double price) {
        int low = 0;
        int high = weights.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (weights[middle] > price) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
