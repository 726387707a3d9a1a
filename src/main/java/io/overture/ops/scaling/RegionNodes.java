package io.overture.ops.scaling;

import io.overture.store.Nodes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The nodes of the region, as this one last learned of them. */
@Singleton
public final class RegionNodes {

    private final Scaling scaling;
    private final Nodes nodes;

    /** How a node stands. */
    public enum State {
        SERVING,
        DRAINING,
        /** Its lease runs, and it has not told what it carries. */
        SILENT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One node.
     *
     * @param load nothing counts of one that is silent
     * @param about empty for one of an older release, or that is silent
     */
    public record Node(String id, State state, Load load, Optional<About> about) {

        /** Its release; empty when it does not say. */
        public Optional<String> version() {
            return about.map(About::version);
        }
    }

    RegionNodes(Scaling scaling, Nodes nodes) {
        this.scaling = scaling;
        this.nodes = nodes;
    }

    /** Those that told what they carry, and those whose lease runs; the eldest first. */
    public List<Node> all() {
        var region = scaling.signal().region();
        var ids = new TreeSet<>(region.nodes().keySet());
        ids.addAll(region.live());
        return ids.stream()
                .map(id -> node(id, region))
                .sorted(Comparator.comparing(
                        node -> node.about().map(About::started).orElse(Instant.EPOCH)))
                .toList();
    }

    /** Which of them this one is. */
    public String self() {
        return nodes.self();
    }

    /** Redis has told nothing for a while: so it was {@link #at} some time ago. */
    public boolean isStale() {
        return scaling.signal().stale();
    }

    public Instant at() {
        return scaling.signal().region().at();
    }

    private static Node node(String id, Region region) {
        var load = region.nodes().get(id);
        if (load == null) {
            return new Node(id, State.SILENT, Load.NONE, Optional.empty());
        }
        return new Node(
                id,
                load.draining() ? State.DRAINING : State.SERVING,
                load,
                Optional.ofNullable(region.abouts().get(id)));
    }
}
