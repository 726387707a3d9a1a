package io.overture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.Alarms;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a node asks of the store for others' alarms, and how soon it has them. */
class SweepTest {

    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final Instant DUE = Instant.parse("2026-12-01T10:00:00Z");

    private final Shards shards = new Shards();
    private final List<Duration> late = new ArrayList<>();
    private Instant now = DUE;
    private final Sweep sweep = new Sweep(shards, () -> now, (key, how) -> late.add(how));

    /** As many of the shards as are said to be have one alarm each, due at the same instant. */
    private static final class Shards implements Alarms {

        final Set<Integer> set = new TreeSet<>();
        int looks;
        int claims;
        boolean away;
        Multi<List<Integer>> later = Multi.createFrom().empty();

        @Override
        public Multi<List<Integer>> overdue(Instant before) {
            looks++;
            List<Integer> found = before.isAfter(DUE) ? List.copyOf(set) : List.of();
            return away
                    ? Multi.createFrom().failure(new IllegalStateException("away"))
                    : Multi.createBy().merging().streams(Multi.createFrom().item(found), later);
        }

        @Override
        public Uni<List<Overdue>> claim(int shard, Instant before, Instant now, Duration lease, int most) {
            claims++;
            return Uni.createFrom()
                    .item(
                            before.isAfter(DUE) && set.remove(shard)
                                    ? List.of(new Overdue(
                                            new VisitorKey(
                                                    "demo", new Handle("%02x".formatted(shard) + "a".repeat(22))),
                                            DUE))
                                    : List.of());
        }
    }

    @Test
    void where_nothing_is_overdue_one_look_is_all_that_is_asked() {
        shards.set.add(7);

        ticks(Sweep.TICKS_PER_LOOK);

        assertThat(shards.looks).isEqualTo(1);
        assertThat(shards.claims).isZero();
    }

    @Test
    void what_is_overdue_is_claimed_where_it_is_and_nowhere_else() {
        shards.set.addAll(Set.of(7, 200));
        now = DUE.plusSeconds(1);

        ticks(1);

        assertThat(late).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(shards.claims).isEqualTo(2);
    }

    /** Whichever tick of a turn follows the instant at which they are due, and though every shard has some. */
    @Test
    void all_shards_are_claimed_within_what_is_promised() {
        // One more than whole turns, so that each time another tick of a turn is the next one.
        int ticks = 6 * Sweep.TICKS_PER_LOOK + 1;
        for (int turn = 0; turn < Sweep.TICKS_PER_LOOK; turn++) {
            shards.set.addAll(IntStream.range(0, Handle.SHARDS).boxed().toList());
            now = DUE.minus(Sweep.TICK.multipliedBy(20)).plusMillis(1);
            ticks(ticks);
            assertThat(shards.set).isEmpty();
        }

        assertThat(late).hasSize(Handle.SHARDS * Sweep.TICKS_PER_LOOK);
        assertThat(late).allSatisfy(each -> assertThat(each).isLessThan(PROMISED));
    }

    @Test
    void a_store_that_was_away_is_asked_again_at_the_next_look() {
        shards.set.add(7);
        now = DUE.plusSeconds(1);
        shards.away = true;
        ticks(Sweep.TICKS_PER_LOOK);
        shards.away = false;

        ticks(1);

        assertThat(late).hasSize(1);
    }

    @Test
    void what_one_master_said_is_claimed_though_another_says_nothing() {
        shards.set.add(7);
        shards.later = Multi.createFrom().nothing();
        now = DUE.plusSeconds(1);

        ticks(1);

        assertThat(late).hasSize(1);
    }

    private void ticks(int many) {
        for (int i = 0; i < many; i++) {
            sweep.tick();
            now = now.plus(Sweep.TICK);
        }
    }
}
