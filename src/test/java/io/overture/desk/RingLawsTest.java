package io.overture.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.EmptyRedis;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever asks, hangs up, is taken or forgotten, in whatever order and at whichever node: strangers ring no more often than
 * their address and the desk may, the heaviest that may is next, nobody waits for whom there is room, and clients never wait.
 */
class RingLawsTest {

    private static final int ACTS = 150;

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rings_keep_within_their_budgets_and_nobody_is_forgotten(long seed) {
        var random = new Random(seed);
        var hall = new Ringing(REDIS.lanes());

        for (int i = 0; i < ACTS; i++) {
            act(hall, random);
        }

        assertThat(hall.broken()).isEmpty();
        assertThat(hall.heldBack()).isNotEmpty();
    }

    private static void act(Ringing hall, Random random) {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 ->
                hall.asks(random.nextInt(4), random.nextInt(9), random.nextInt(8) == 0, random.nextInt(1, 8));
            case 5 -> hall.hangsUp(random.nextInt());
            case 6 -> hall.isTaken(random.nextInt());
            case 7 -> hall.isForgotten(random.nextInt());
            case 8 -> hall.asksAgain(random.nextInt());
            default -> hall.pass(random.nextInt(1, 20));
        }
    }
}
