package io.overture.desk;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.EmptyRedis;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known comes before what is assumed or claimed, on the list as Redis has it. */
class RankTest {

    private static final Instant BEGIN = Instant.parse("2027-03-01T10:00:00Z");
    private static final Task.Owner PARIS = Task.Owner.desk("paris");
    private static final int TASKS = 60;

    /** Word by word as the documentation has it. */
    private static final Comparator<Task> KNOWN_FIRST = Comparator.comparing((Task task) -> task.client() == null)
            .thenComparing(Task::standing, Comparator.reverseOrder())
            .thenComparing(task -> task.client() == null && !task.isPromised())
            .thenComparing(task -> task.client() == null && task.isPromised() ? task.at() : Instant.EPOCH)
            .thenComparing(task -> !task.isPriced())
            .thenComparing(Task::weight, Comparator.reverseOrder());

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lists_are_by_what_is_known(long seed) {
        var random = new Random(seed);
        var tasks = new RedisTasks(REDIS.lanes(), InstantSource.fixed(BEGIN));
        var all = new ArrayList<Task>();
        for (int i = 0; i < TASKS; i++) {
            var task = any(i, random);
            all.add(task);
            get(tasks.add(task));
        }
        all.sort(KNOWN_FIRST);

        // The first of them are for the script to find.
        for (int most : List.of(1, TASKS / 4, TASKS / 2, TASKS)) {
            assertThat(get(tasks.of(List.of(PARIS), most)))
                    .extracting(Task::id)
                    .containsExactlyElementsOf(
                            all.subList(0, most).stream().map(Task::id).toList());
        }
    }

    @Test
    void a_price_nobody_knows_never_outranks_a_known_one() {
        var claimed = task(1, null, 0, false, new BigDecimal("1e300"), false);
        var known = task(2, null, 0, false, BigDecimal.ONE, true);
        var promised = task(3, null, 0, true, BigDecimal.ZERO, false);
        var dear = task(4, "c-1", 1, false, new BigDecimal("1e300"), false);
        var client = task(5, "c-2", 1, false, BigDecimal.ONE, true);

        assertThat(List.of(client, dear, promised, known, claimed))
                .isSortedAccordingTo(Comparator.comparingDouble(Rank::of).reversed());
    }

    @Test
    void what_was_kept_before_prices_were_told_apart_is_of_none() {
        var task = task(1, "c-1", 2, true, BigDecimal.TEN, true);
        var before = TaskJson.of(task).replace(",\"priced\":\"yes\"", "");

        assertThat(TaskJson.read(TaskJson.of(task))).isEqualTo(task);
        assertThat(TaskJson.read(before).isPriced()).isFalse();
    }

    /** No two are alike. */
    private static Task any(int i, Random random) {
        boolean isKnown = random.nextInt(3) == 0;
        return task(
                i,
                isKnown ? "c-" + i : null,
                isKnown ? random.nextInt(1, 4) : 0,
                random.nextBoolean(),
                BigDecimal.valueOf(random.nextInt(1, 50_000) * 100L + i),
                random.nextBoolean());
    }

    private static Task task(
            int i, String client, int standing, boolean isPromised, BigDecimal weight, boolean isPriced) {
        return new Task(
                "task-" + i,
                Task.Kind.ALERT,
                "alert",
                PARIS,
                client,
                "visitor-0123456789-0123456789",
                "demo",
                null,
                null,
                BEGIN.plusSeconds((i * 37) % 101),
                null,
                weight,
                BigDecimal.valueOf(standing),
                isPromised,
                Task.State.OPEN,
                null,
                isPriced);
    }
}
