package io.overture.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * Where a generator's decisions come from, each remembered, so that what it made can be made again and made smaller: a zero
 * is the simplest decision, and what was not decided is zero.
 */
final class Choices {

    private final IntUnaryOperator source;
    private final List<Integer> taken = new ArrayList<>();

    private Choices(IntUnaryOperator source) {
        this.source = source;
    }

    static Choices random(SplittableRandom random) {
        return new Choices(random::nextInt);
    }

    static Choices of(List<Integer> decided) {
        var left = decided.iterator();
        return new Choices(bound -> left.hasNext() ? left.next() % bound : 0);
    }

    /** One of {@code bound} decisions, from 0. */
    int below(int bound) {
        int decision = source.applyAsInt(bound);
        taken.add(decision);
        return decision;
    }

    /** True once in so many times. */
    boolean once(int times) {
        return below(times) == times - 1;
    }

    <T> T of(T[] all) {
        return all[below(all.length)];
    }

    List<Integer> taken() {
        return List.copyOf(taken);
    }
}
