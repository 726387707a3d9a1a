package io.overture.pricing;

/**
 * What moments are worth per offer, as a distribution: the weight of a moment times the chance that its invitation is
 * accepted, in the book's currency.
 */
public interface Worth {

    /** The mean of all moments: E[W]. */
    double mean();

    /** The share of moments worth more than a price: P(W &gt; p). */
    double shareAbove(double price);

    /** What the moments worth more than a price bring, per moment of all: E[W; W &gt; p]. */
    double earnedAbove(double price);
}
