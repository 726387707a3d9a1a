package io.overture.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.ops.doctor.Finding.State;
import io.overture.ops.scaling.About;
import io.overture.ops.scaling.Load;
import io.overture.ops.scaling.RegionNodes;
import io.overture.ops.scaling.RegionNodes.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodesCheckTest {

    private static final Node ONE = node("one", RegionNodes.State.SERVING, "1.0", "jvm", 3);
    private static final Node TWO = node("two", RegionNodes.State.SERVING, "1.0", "jvm", 499);

    @Test
    void two_alike_are_well() {
        assertThat(NodesCheck.findings(List.of(ONE, TWO))).allMatch(each -> each.state() == State.OK);
    }

    @Test
    void one_that_serves_is_one_too_few() {
        var draining = node("two", RegionNodes.State.DRAINING, "1.0", "jvm", 3);

        assertThat(wrong(ONE, draining)).containsExactly("nodes");
    }

    @Test
    void several_releases_are_named_and_so_is_one_that_does_not_say() {
        var newer = node("two", RegionNodes.State.SERVING, "1.1", "native", 3);
        var older = new Node("old", RegionNodes.State.SERVING, new Load(1, 1, 1, 1, false), Optional.empty());

        assertThat(wrong(ONE, newer, older)).containsExactly("nodes.versions");
        assertThat(NodesCheck.findings(List.of(ONE, newer, older)).get(1).says())
                .contains("1 × 1.0 (jvm)", "1 × 1.1 (native)", "1 × an older one");
    }

    @Test
    void a_clock_that_is_off_is_told_with_its_node() {
        var off = node("late", RegionNodes.State.SERVING, "1.0", "jvm", 501);

        assertThat(wrong(ONE, TWO, off)).containsExactly("clocks");
        assertThat(NodesCheck.findings(List.of(ONE, off)).getLast().says())
                .contains("late")
                .contains("501 ms");
    }

    private static List<String> wrong(Node... nodes) {
        return NodesCheck.findings(List.of(nodes)).stream()
                .filter(each -> each.state() != State.OK)
                .map(Finding::id)
                .toList();
    }

    private static Node node(String id, RegionNodes.State state, String version, String runs, long off) {
        return new Node(
                id, state, new Load(1, 1, 1, 1, false), Optional.of(new About(Instant.EPOCH, version, runs, off)));
    }
}
