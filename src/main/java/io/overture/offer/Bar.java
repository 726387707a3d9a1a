package io.overture.offer;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a moment must weigh while slots are scarce, on this node. With a share f of slots free a moment must weigh at least
 * the (1 − f)-quantile of those considered lately: then about as many pass as there are slots for. From a half on there is
 * no bar, nor before enough has been seen to tell heavy from light.
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
    /** For how long what was learnt of the slots is believed. */
    static final Duration FRESH = Duration.ofSeconds(2);

    private record Learnt(int free, int total, Instant at) {}

    private final InstantSource clock;
    private final Map<String, Deque<BigDecimal>> moments = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<BigDecimal>> eldest) {
            return size() > MOST_TIERS;
        }
    };
    private volatile @Nullable Learnt learnt;

    public Bar(InstantSource clock) {
        this.clock = clock;
    }

    /** So many slots were free just now, of so many. */
    public void slots(int free, int total) {
        learnt = new Learnt(free, total, clock.instant());
    }

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

    public BigDecimal of(String tier) {
        var now = learnt;
        if (now == null || now.at().plus(FRESH).isBefore(clock.instant())) {
            return BigDecimal.ZERO;
        }
        return height(now.free(), now.total(), seen(tier));
    }

    /** The (1 − free/total)-quantile of the weights, as the least of them that so many do not exceed; or zero. */
    static BigDecimal height(int free, int total, List<BigDecimal> weights) {
        int open = Math.max(0, free);
        if (total <= 0 || 2L * open >= total || weights.size() < FEWEST) {
            return BigDecimal.ZERO;
        }
        var sorted = weights.stream().sorted().toList();
        // ceil((1 - f) * n), as whole numbers.
        long rank = Math.ceilDiv((long) (total - open) * sorted.size(), total);
        return sorted.get((int) rank - 1);
    }

    private List<BigDecimal> seen(String tier) {
        synchronized (moments) {
            var last = moments.get(tier);
            return last == null ? List.of() : new ArrayList<>(last);
        }
    }
}
