package io.overture.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.BrowserClient;
import io.overture.BrowserTab;
import io.overture.ConsoleClient;
import io.overture.Ga4;
import io.overture.Node;
import io.overture.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Two advisors, each at a node of her own, claim whatever rings at both of them, as fast as frames can go. */
class ClaimsOverSocketsIT {

    private static final int RACES = 300;
    private static final int HEAD_START_MICROS = 3_000;
    /** She asks far more often than a stranger may ring. */
    private static final Map<String, String> SETTINGS =
            Map.of("OVERTURE_LIMITS_RINGS_PER_ADDRESS", "10000", "OVERTURE_LIMITS_RINGS_PER_DESK", "10000");

    private static final Map<String, String> NAMES = Map.of("camille", "Camille Laurent", "kenji", "Kenji Watanabe");

    private record Claim(String advisor, JsonNode answer) {

        boolean isWon() {
            return answer.path("type").asText().equals("ack");
        }
    }

    @Test
    void each_race_has_one_winner_and_the_loser_hears_her_name() throws Exception {
        try (var redis = RedisServer.start();
                var here = Node.start(redis, SETTINGS);
                var there = Node.start(redis, SETTINGS);
                var people = Executors.newVirtualThreadPerTaskExecutor();
                var visitor = new BrowserClient();
                var camille = ConsoleClient.open(here, "camille");
                var kenji = ConsoleClient.open(there, "kenji")) {
            var consoles = Map.of("camille", camille, "kenji", kenji);
            consoles.values().forEach(each -> each.is("available"));
            visitor.happens(here, Ga4.named("page_view"));
            var page = visitor.open(here);
            var random = new Random(1);
            var winners = new ArrayList<String>();

            for (int race = 0; race < RACES; race++) {
                var talk = "race-" + race;
                page.send(BrowserTab.frame("request").put("id", talk));
                consoles.values().forEach(each -> awaitRing(each, talk));
                var claims = bothClaim(consoles, talk, people, random);

                assertThat(claims).filteredOn(Claim::isWon).hasSize(1);
                var winner = claims.stream().filter(Claim::isWon).findFirst().orElseThrow();
                var loser = claims.stream()
                        .filter(each -> !each.isWon())
                        .findFirst()
                        .orElseThrow()
                        .answer();
                assertThat(loser.path("code").asText()).isEqualTo("claimed");
                assertThat(loser.path("by").asText()).isEqualTo(NAMES.get(winner.advisor()));
                var end = consoles.get(winner.advisor()).asks("end", talk);
                assertThat(end.path("type").asText()).isEqualTo("ack");
                winners.add(winner.advisor());
            }

            // A race in which one of them always comes first would not be one.
            assertThat(winners).contains("camille", "kenji");
        }
    }

    private static List<Claim> bothClaim(
            Map<String, ConsoleClient> consoles, String talk, ExecutorService people, Random random) throws Exception {
        var ready = new CyclicBarrier(consoles.size());
        var claims = new ArrayList<Callable<Claim>>();
        consoles.forEach((advisor, console) -> {
            int nanos = random.nextInt(HEAD_START_MICROS) * 1_000;
            claims.add(() -> {
                ready.await();
                LockSupport.parkNanos(nanos);
                return new Claim(advisor, console.asks("claim", talk));
            });
        });
        var all = new ArrayList<Claim>();
        for (var each : people.invokeAll(claims)) {
            all.add(each.get());
        }
        return all;
    }

    private static void awaitRing(ConsoleClient console, String talk) {
        await().atMost(BrowserTab.PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> console.all("ring").stream()
                        .anyMatch(each -> each.path("conversation").asText().equals(talk)));
    }
}
