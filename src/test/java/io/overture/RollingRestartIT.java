package io.overture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.Fleet.Retirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three nodes are replaced one after the other under traffic, and no visitor notices. */
class RollingRestartIT {

    private static final Path BOOK = Path.of("src/test/resources/books/fleet.yaml");
    private static final int NODES = 3;
    private static final int BUSY = 30;
    private static final int INVITED = 15;
    private static final int SOME_BEACONS = 150;
    private static final Map<String, String> ENVIRONMENT =
            Map.of("OVERTURE_BOOK", BOOK.toAbsolutePath().toString(), "QUARKUS_SHUTDOWN_DELAY", "4S");

    /** What Kubernetes gives a pod to end, unless told otherwise. */
    private static final Duration TERMINATION_GRACE = Duration.ofSeconds(30);

    /** Twice the longest a page waits for a welcome and then before it dials again. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    private static final double STORM = 1.0 / 3;

    @Test
    void on_one_redis() throws Exception {
        try (var redis = RedisServer.start()) {
            replaceAll(redis.environment());
        }
    }

    @Test
    void on_a_cluster() throws Exception {
        try (var cluster = RedisCluster.start()) {
            replaceAll(cluster.environment());
        }
    }

    private static void replaceAll(Map<String, String> redis) throws Exception {
        var environment = new HashMap<>(redis);
        environment.putAll(ENVIRONMENT);
        try (var fleet = new Fleet(NODES, () -> Node.start(environment));
                var boutique = new Boutique(fleet.base())) {
            var busy = boutique.comes(BUSY);
            var invited = boutique.comes(INVITED);
            boutique.invite(invited);
            boutique.busy(busy);
            boutique.awaitAcknowledged(SOME_BEACONS);

            var retired = new ArrayList<Retirement>();
            for (var node : fleet.nodes()) {
                retired.add(fleet.replace(node));
                boutique.awaitAcknowledged(SOME_BEACONS);
            }

            boutique.awaitWelcome(busy);
            boutique.awaitWelcome(invited);
            boutique.quiet();
            System.out.printf(
                    "%d attempts to reconnect in three retirements, by quarters of a second:%n%s",
                    boutique.returns().attempts(), boutique.returns().histogram());
            assertThatAllLeftInOrder(retired);
            assertThatEachIsFoldedOnce(busy, fleet.nodes().getFirst());
            assertThatPagesCameBackCalmly(boutique.returns());
            for (var guest : invited) {
                assertThatSheCanAccept(guest);
            }
        }
    }

    private static void assertThatAllLeftInOrder(List<Retirement> retired) {
        assertThat(retired).hasSize(NODES).allSatisfy(each -> {
            assertThat(each.exitCode()).isZero();
            assertThat(each.took()).isLessThan(TERMINATION_GRACE);
        });
    }

    private static void assertThatEachIsFoldedOnce(List<Boutique.Guest> guests, Node node) {
        var folded = Boutique.folded(node);
        assertThat(guests).allSatisfy(guest -> {
            var acknowledged = guest.taken().stream()
                    .map(beacon -> beacon.path("seq").longValue())
                    .toList();
            assertThat(folded.get(guest.browser().source())).containsExactlyElementsOf(acknowledged);
        });
    }

    private static void assertThatPagesCameBackCalmly(Returns returns) {
        assertThat(returns.returned()).isGreaterThanOrEqualTo(BUSY + INVITED);
        assertThat(returns.away(1)).isLessThan(BACK_WITHIN);
        assertThat(returns.peakShare()).isLessThan(STORM);
    }

    /** The card she had before all of it is the one she has now. */
    private static void assertThatSheCanAccept(Boutique.Guest guest) {
        var id = guest.invitation();
        guest.answers(id, "accepted");
        await().atMost(Boutique.PATIENCE)
                .until(() -> guest.page().all("ack").stream().anyMatch(ack -> id.equals(ack.getString("id"))));
        await().atMost(Boutique.PATIENCE)
                .until(() -> guest.page().all("conversation").stream()
                        .anyMatch(conversation -> id.equals(conversation.getString("id"))));
        assertThat(guest.page().all("withdraw")).isEmpty();
    }
}
