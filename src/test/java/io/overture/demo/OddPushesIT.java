package io.overture.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.Node;
import io.overture.RedisServer;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Whatever a page pushes, the script sends nothing that the service refuses, and the good event beside each odd one is
 * folded: the real script in a real browser against the real service.
 *
 * <p>{@code -Dfuzz.seeds=10 -Dfuzz.pushes=10000} searches longer, {@code -Dfuzz.seed=7} begins with another seed,
 * {@code -Dfuzz.after=6750} passes over so many pushes of each, {@code -Dfuzz.findings=20} goes on after a fault.
 */
class OddPushesIT {

    private static final int FIRST_SEED = Integer.getInteger("fuzz.seed", 1);
    private static final int SEEDS = Integer.getInteger("fuzz.seeds", 1);
    private static final int AFTER = Integer.getInteger("fuzz.after", 0);
    private static final int PUSHES = Integer.getInteger("fuzz.pushes", 3000);
    private static final int FINDINGS = Integer.getInteger("fuzz.findings", 1);

    /** Of one page; with the good ones they stay below the 500 that the script keeps while it waits. */
    private static final int A_PAGE = 250;
    /** Tries at making a fault's cause smaller. */
    private static final int MOST_TRIES = 40;

    @Test
    void nothing_a_page_can_push_is_ever_refused() {
        var findings = new ArrayList<String>();
        int acknowledged = 0;
        double taken;

        try (var redis = RedisServer.start();
                var node = Node.start(redis);
                var chromium = Chromium.start()) {
            for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
                var random = new SplittableRandom(seed);
                for (int done = 0; done < PUSHES && findings.size() < FINDINGS; done += A_PAGE) {
                    var trial = OddTrial.random(random, A_PAGE);
                    if (done < AFTER) {
                        continue;
                    }
                    var outcome = trial.run(chromium.browser(), node.base());
                    acknowledged += outcome.acknowledged();
                    if (outcome.fault() != null) {
                        findings.add(
                                "seed %d, after %d pushes: %s".formatted(seed, done, smallest(trial, chromium, node)));
                        // A long search tells at once what it found.
                        System.out.println(findings.getLast());
                    }
                }
            }
            taken = taken(node);
        }

        assertThat(findings).isEmpty();
        assertThat(taken).as("batches that became part of a visitor").isGreaterThanOrEqualTo(acknowledged);
    }

    /** By the service's own count. */
    private static double taken(Node node) {
        return RestAssured.get(node.management() + "/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("overture_beacon_receipts_total{receipt=\"taken\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String smallest(OddTrial faulty, Chromium chromium, Node node) {
        var smallest = faulty;
        var fault = "not seen again";
        var left = smallest.simpler().iterator();
        for (int tries = 0; tries < MOST_TRIES && left.hasNext(); tries++) {
            var simpler = left.next();
            if (simpler.run(chromium.browser(), node.base()).fault() instanceof String again) {
                smallest = simpler;
                fault = again;
                left = smallest.simpler().iterator();
            }
        }
        return smallest.source() + ": " + fault;
    }
}
