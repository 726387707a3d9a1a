package io.overture.offer;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a moment must weigh while slots are scarce. With a share f of slots free a moment must weigh at least the
 * (1 − f)-quantile of those considered lately: then about as many pass as there are slots for. From a half on there is no
 * bar, nor before enough has been seen to tell heavy from light.
 *
 * <p>This class knows the moments, as this node saw them; which slots are free is known only where one is given, so the
 * quantile is taken there, from the {@link Ladder}.
 *
 * <p>Each tier is measured against itself. Measured against all, the bar would follow the few heaviest, whose weights are
 * multiplied by their relationship, and a client of the middle tier would never pass it at a peak.
 */
public final class Bar {

    /** Moments remembered of a tier. */
    static final int MOST_MOMENTS = 256;
    /** Tiers remembered; the one longest unheard of goes first. */
    static final int MOST_TIERS = 32;
    /** Of fewer moments a quantile says nothing. */
    static final int FEWEST = 20;

    /**
     * The heavier half of the moments seen lately of one tier. The k-th heaviest of n is {@code weights.get(n − k − below)}.
     *
     * @param below how many others there were, none of them heavier than these
     * @param weights ascending; empty: too few were seen
     */
    public record Ladder(int below, List<BigDecimal> weights) {

        private static final Ladder NONE = new Ladder(0, List.of());

        public Ladder {
            weights = List.copyOf(weights);
        }
    }

    private final Map<String, Deque<BigDecimal>> moments = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<BigDecimal>> eldest) {
            return size() > MOST_TIERS;
        }
    };

    /** A moment began. */
    public void considered(String tier, BigDecimal weight) {
        synchronized (moments) {
            var last = moments.computeIfAbsent(tier, each -> new ArrayDeque<>(MOST_MOMENTS));
            if (last.size() == MOST_MOMENTS) {
                last.removeFirst();
            }
            last.addLast(weight);
        }
    }

    public Ladder of(String tier) {
        var sorted = seen(tier).stream().sorted().toList();
        int below = sorted.size() / 2;
        return sorted.size() < FEWEST ? Ladder.NONE : new Ladder(below, sorted.subList(below, sorted.size()));
    }

    private List<BigDecimal> seen(String tier) {
        synchronized (moments) {
            var last = moments.get(tier);
            return last == null ? List.of() : new ArrayList<>(last);
        }
    }
}
