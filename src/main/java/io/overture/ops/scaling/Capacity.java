package io.overture.ops.scaling;

import java.util.stream.Stream;

/**
 * What a node can carry, and so how many nodes a load needs: of each dimension {@code ceil(load × (1 + headroom) / capacity
 * of a node)}, and the largest of these counts.
 *
 * @param headroom share of the load that is added to it, for what comes before a new node is ready
 * @param min never fewer nodes than this
 * @param max never more
 */
record Capacity(int socketsPerNode, double beaconsPerSecondPerNode, double headroom, int min, int max) {

    /** What can be too much for a node, with its word in the answer. */
    enum Dimension {
        SOCKETS("sockets"),
        BEACONS("beaconsPerSecond");

        private final String word;

        Dimension(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** @param nodes as many as the load needs, before the bounds */
    record Need(int nodes, Dimension of) {}

    Capacity {
        if (socketsPerNode < 1 || beaconsPerSecondPerNode <= 0) {
            throw new IllegalArgumentException("overture.scaling: what a node can carry is more than nothing");
        }
        if (headroom < 0 || min < 1 || max < min) {
            throw new IllegalArgumentException(
                    "overture.scaling: headroom at least 0, min at least 1, max at least min");
        }
    }

    Need need(Load load) {
        return Stream.of(
                        new Need(nodes(load.sockets(), socketsPerNode), Dimension.SOCKETS),
                        new Need(nodes(load.beaconsPerSecond(), beaconsPerSecondPerNode), Dimension.BEACONS))
                .reduce((one, other) -> other.nodes() > one.nodes() ? other : one)
                .orElseThrow();
    }

    /**
     * How many nodes there should be: more as soon as more are needed, fewer only once fewer were enough throughout the
     * window. While a node has not told what it carries, or Redis is away, never fewer than before, nor than there are.
     *
     * @param before what was answered last
     */
    int desired(Region region, boolean stale, int before) {
        int wanted = Math.max(need(region.total()).nodes(), region.recentNeed());
        if (stale || !region.isComplete()) {
            wanted = Math.max(wanted, Math.max(before, region.live().size()));
        }
        return Math.clamp(wanted, min, max);
    }

    private int nodes(double load, double perNode) {
        return (int) Math.min(max + 1L, (long) Math.ceil(load * (1 + headroom) / perNode));
    }
}
