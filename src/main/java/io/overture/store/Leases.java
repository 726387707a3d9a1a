package io.overture.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Nodes whose leases run, good until the first of the leases ends: every step asks, leases change every few seconds.
 *
 * @param ends of the other nodes' leases
 * @param live those nodes and oneself, whose own lease nobody here doubts
 */
record Leases(String self, Map<String, Instant> ends, Set<String> live, Instant goodUntil) {

    Leases {
        ends = Map.copyOf(ends);
        live = Set.copyOf(live);
    }

    static Leases of(String self, Map<String, Instant> known, Instant now) {
        var ends = new HashMap<>(known);
        ends.remove(self);
        ends.values().removeIf(end -> !now.isBefore(end));
        var live = new HashSet<>(ends.keySet());
        live.add(self);
        return new Leases(
                self, ends, live, ends.values().stream().min(Instant::compareTo).orElse(Instant.MAX));
    }

    /** The same while no lease has ended. */
    Leases at(Instant now) {
        return now.isBefore(goodUntil) ? this : of(self, ends, now);
    }
}
