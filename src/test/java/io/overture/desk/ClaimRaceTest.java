package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Unavailable;
import io.overture.roster.Desks;
import io.overture.store.EmptyRedis;
import io.overture.visitor.Attendant;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two advisors at two nodes claim the same conversations at random moments: each has exactly one winner. */
class ClaimRaceTest {

    private static final int VISITORS = 25;
    private static final int ROUNDS = 80;
    private static final Desks HOUSE =
            new Desks(List.of(desk("paris", Map.of(), advisor("camille", 9_000, "en"), advisor("kenji", 9_000, "en"))));

    @RegisterExtension
    static final EmptyRedis REDIS = new EmptyRedis();

    private record Claim(String advisor, Receipt receipt) {}

    @Test
    void a_claim_has_one_winner_and_the_loser_hears_who_it_is() throws Exception {
        try (var here = new Evening(REDIS.stores(), REDIS.lanes(), HOUSE);
                var there = new Evening(REDIS.stores(), REDIS.stores().lanes(REDIS.url()), HOUSE);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            here.comes("camille");
            there.comes("kenji");

            var visits = new ArrayList<Future<?>>();
            for (int i = 0; i < VISITORS; i++) {
                var seed = i;
                visits.add(people.submit(() -> visit(here, there, people, seed)));
            }

            for (var each : visits) {
                each.get();
            }
        }
    }

    private static Void visit(Evening here, Evening there, ExecutorService people, int seed) throws Exception {
        var random = new Random(seed);
        var she = here.visitor("visitor-%02d".formatted(seed));
        for (int round = 0; round < ROUNDS; round++) {
            var talk = "talk-%02d-%02d".formatted(seed, round);
            until(here, she, new Input.Asked(new Tab("node-1", "page"), talk, null, null, Input.Reply.NONE));
            var ready = new CyclicBarrier(2);
            var camille = people.submit(claim(here, she, talk, "camille", ready, random.nextInt(800)));
            var kenji = people.submit(claim(there, she, talk, "kenji", ready, random.nextInt(800)));
            assertThatOneHasIt(here, she, List.of(camille.get(), kenji.get()));
            until(there, she, new Input.Hung(new Tab("node-1", "page"), talk));
        }
        return null;
    }

    private static Callable<Claim> claim(
            Evening node, VisitorKey she, String talk, String advisor, CyclicBarrier ready, int micros) {
        return () -> {
            ready.await();
            LockSupport.parkNanos(micros * 1_000L);
            return new Claim(advisor, until(node, she, new Input.Claimed(talk, Evening.attendant(advisor))));
        };
    }

    private static void assertThatOneHasIt(Evening node, VisitorKey she, List<Claim> claims) {
        var winner = claims.stream()
                .filter(each -> each.receipt() != Receipt.OUTDONE)
                .toList();
        assertThat(winner).singleElement();
        // What a loser is told: whoever has it in her value.
        assertThat(get(node.node.flow.look(she))
                        .map(Visitor::conversation)
                        .map(conversation -> conversation.advisor())
                        .map(Attendant::id))
                .contains(winner.getFirst().advisor());
    }

    /** As a console does: again, while it is not known. */
    private static Receipt until(Evening node, VisitorKey she, Input input) {
        return node.node
                .flow
                .submit(she, input)
                .onFailure(Unavailable.class)
                .retry()
                .indefinitely()
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
