package io.overture.ops.doctor;

import io.overture.ops.scaling.About;
import io.overture.ops.scaling.RegionNodes;
import io.overture.ops.scaling.RegionNodes.Node;
import io.overture.ops.scaling.RegionNodes.State;
import io.overture.redis.StoreHealth;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The nodes of the region together: how many serve, of which releases they are, and how far their clocks are from Redis'. */
@Singleton
final class NodesCheck implements Check {

    private static final String SCALING = "docs/scaling.md";
    private static final String CLOCKS = "docs/operations.md#what-it-needs";
    private static final String RELEASES = "docs/operations.md#going-away";

    /** Leases and holds end by the nodes' time; two that are this far off are a second apart. */
    private static final long FAR = 500;

    private final RegionNodes nodes;
    private final StoreHealth store;

    @Inject
    NodesCheck(RegionNodes nodes, StoreHealth store) {
        this.nodes = nodes;
        this.store = store;
    }

    @Override
    public String id() {
        return "nodes";
    }

    @Override
    public Uni<List<Finding>> look() {
        return Uni.createFrom().item(nodes.isStale() ? List.of(stale(store)) : findings(nodes.all()));
    }

    /** Nodes tell each other what they carry by writing it. */
    static Finding stale(StoreHealth store) {
        return store.refusesWrites()
                .map(refusal -> Finding.warn(
                        "nodes",
                        "Redis refuses what nodes write of themselves (%s): the others are not known"
                                .formatted(refusal.word()),
                        SCALING))
                .orElseGet(() -> Finding.fail(
                        "nodes",
                        store.reachable()
                                ? "Redis has told nothing of the others lately"
                                : "Redis does not answer: the others are not known",
                        SCALING));
    }

    static List<Finding> findings(List<Node> all) {
        var findings = new ArrayList<>(List.of(serving(all), versions(all)));
        findings.addAll(clocks(all));
        return findings;
    }

    private static Finding serving(List<Node> all) {
        long serving =
                all.stream().filter(each -> each.state() == State.SERVING).count();
        var says = "%d serve, %d drain, %d say nothing"
                .formatted(serving, count(all, State.DRAINING), count(all, State.SILENT));
        return serving < 2
                ? Finding.warn("nodes", says + ": the next one that goes takes everybody with it", SCALING)
                : Finding.ok("nodes", says, SCALING);
    }

    private static Finding versions(List<Node> all) {
        var counts = new TreeMap<String, Long>(all.stream()
                .filter(each -> each.state() != State.SILENT)
                .collect(Collectors.groupingBy(NodesCheck::release, Collectors.counting())));
        var says = counts.entrySet().stream()
                .map(each -> each.getValue() + " × " + each.getKey())
                .collect(Collectors.joining(", "));
        return counts.size() > 1
                ? Finding.warn(
                        "nodes.versions", says + ": several releases together, as during an upgrade only", RELEASES)
                : Finding.ok("nodes.versions", says, RELEASES);
    }

    private static String release(Node node) {
        return node.about()
                .map(about -> about.version() + " (" + about.runs() + ")")
                .orElse("an older one");
    }

    private static List<Finding> clocks(List<Node> all) {
        var far = all.stream()
                .filter(each -> off(each) > FAR)
                .map(each -> Finding.warn(
                        "clocks",
                        "the clock of node %s is %d ms from Redis' own".formatted(each.id(), off(each)),
                        CLOCKS))
                .toList();
        long most = all.stream().mapToLong(NodesCheck::off).max().orElse(0);
        return far.isEmpty()
                ? List.of(Finding.ok(
                        "clocks", "no node's clock is more than %d ms from Redis' own".formatted(most), CLOCKS))
                : far;
    }

    private static long off(Node node) {
        return node.about().map(About::clockOffMillis).orElse(0L);
    }

    private static long count(List<Node> all, State state) {
        return all.stream().filter(each -> each.state() == state).count();
    }
}
