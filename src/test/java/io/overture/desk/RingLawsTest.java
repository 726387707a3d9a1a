package io.overture.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.EmptyRedis;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever asks, hangs up, is taken or forgotten, in whatever order and at whichever node: strangers ring no more often than
 * their address and the desk may, the heaviest that may is next, nobody waits for whom there is room, and clients never wait.
 */
class RingLawsTest {

    private static final int ACTS = 150;
    /** As many as desk-rings.lua keeps for one advisor: MOST_NEXT. */
    private static final int PLACES = 256;

    private static final int OLDEST = 0;
    private static final int NEWEST = -1;

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

    /** Ada has slots for three. */
    @Test
    void calls_that_are_over_take_no_place_in_the_queue() {
        var hall = new Ringing(REDIS.lanes());
        int ada = 1;
        for (int i = 0; i < 3; i++) {
            hall.asks(i, 9, false, ada);
        }
        for (int i = 0; i < PLACES; i++) {
            hall.asks(100 + i, 8, false, ada);
            hall.hangsUp(NEWEST);
        }
        hall.asks(3, 1, false, ada);

        hall.hangsUp(OLDEST);

        assertThat(hall.broken()).isEmpty();
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
