package io.overture.advisor;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.BrowserTab;
import io.overture.desk.PresenceInRedis;
import io.overture.desk.Standing;
import io.overture.push.Hints;
import io.overture.store.EmptyRedis;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How an advisor stands is told to her colleagues because she says so, at whichever node. */
class PresenceNewsTest {

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    /** Nobody makes rounds here, so that what is told is told by the word alone. */
    @Test
    void a_colleague_at_another_node_is_told_without_a_round() throws Exception {
        var there = new Parlour();
        var kenji = there.opens("kenji").says(Parlour.HELLO);
        var presence = PresenceInRedis.of(REDIS.lanes());
        var rounds = new Rounds(
                there.consoles, () -> there.desk.desks, new TabReach(presence, who -> {}), there.desk.boutique);
        var here = new Parlour();
        var camille = new Console(here.opens("camille").socket, here.seat("camille"));
        var reach = new TabReach(presence, who -> Hints.say(REDIS.lanes(), AdvisorStart.PRESENCE, who));
        var vertx = Vertx.vertx();
        var listening = new CountDownLatch(1);
        try (var hints = new Hints(
                vertx, REDIS.lanes(), AdvisorStart.PRESENCE, who -> rounds.colleagues(), listening::countDown)) {
            assertThat(listening.await(BrowserTab.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();

            get(reach.is("camille", Standing.State.BUSY));
            get(reach.arrived(camille));
            await().atMost(BrowserTab.PATIENCE).until(() -> states(kenji).contains("busy"));
            get(reach.is("camille", Standing.State.AVAILABLE));

            await().atMost(BrowserTab.PATIENCE)
                    .until(() -> states(kenji).getLast().equals("available"));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static List<String> states(Parlour.Open console) {
        return console.hears().stream()
                .filter(frame -> frame.path("type").asText().equals("presence")
                        && frame.path("advisor").asText().equals("camille"))
                .map((JsonNode frame) -> frame.path("state").asText())
                .toList();
    }
}
