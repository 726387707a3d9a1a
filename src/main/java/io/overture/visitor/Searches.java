package io.overture.visitor;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/** When she searched, by the number of results; at most sixteen different numbers, the latest heard. */
public record Searches(Map<Integer, Recent> byResults) {

    static final int MOST = 16;
    public static final Searches NONE = new Searches(Map.of());

    public Searches {
        byResults = SmallMap.copyOf(byResults);
    }

    Searches plus(int results, Instant at) {
        return new Searches(Keep.with(
                byResults,
                results,
                Recent.NEVER,
                recent -> recent.plus(at),
                MOST,
                Comparator.comparing(recent -> recent.last().orElse(Instant.EPOCH))));
    }
}
