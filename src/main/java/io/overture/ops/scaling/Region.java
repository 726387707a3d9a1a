package io.overture.ops.scaling;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The nodes of a region as Redis last told.
 *
 * @param nodes what each carries, by its incarnation
 * @param live incarnations whose lease runs
 * @param recentNeed the most nodes that were needed at any time within the window
 * @param at when it was asked for
 * @param abouts what each is; nothing of one of an older release
 * @param asked what the node that was told is asked to do
 */
record Region(
        Map<String, Load> nodes,
        Set<String> live,
        int recentNeed,
        Instant at,
        Map<String, About> abouts,
        Optional<Mark> asked) {

    Region {
        nodes = Map.copyOf(nodes);
        live = Set.copyOf(live);
        abouts = Map.copyOf(abouts);
    }

    Region(Map<String, Load> nodes, Set<String> live, int recentNeed, Instant at) {
        this(nodes, live, recentNeed, at, Map.of(), Optional.empty());
    }

    /** Nothing is known yet. */
    static Region unknown(String self, Instant at) {
        return new Region(Map.of(), Set.of(self), 0, at);
    }

    Load total() {
        return nodes.values().stream().reduce(Load.NONE, Load::plus);
    }

    /** Whether every node that lives has said what it carries. */
    boolean isComplete() {
        return nodes.keySet().containsAll(live);
    }

    boolean isDraining() {
        return nodes.values().stream().anyMatch(Load::draining);
    }
}
