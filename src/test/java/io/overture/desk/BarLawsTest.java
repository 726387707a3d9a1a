package io.overture.desk;

import static io.overture.desk.SlotsInRedis.get;
import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.desk.Staffs.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.RedisServer;
import io.overture.roster.Desks;
import io.overture.store.Stores;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What a free slot asks of a moment, found by asking for one: the quantile of the moments seen, whatever these were. */
class BarLawsTest {

    private static final int TOTAL = 20;
    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private static final Desks DESKS = new Desks(List.of(desk("paris", Map.of(), advisor("ada", TOTAL, "fr"))));

    private static RedisServer alone;
    private static Stores stores;

    @BeforeContainer
    static void open() {
        alone = RedisServer.start();
        stores = new Stores();
    }

    @AfterContainer
    static void close() throws Exception {
        stores.close();
        alone.close();
    }

    @Property(tries = 60)
    void about_as_many_pass_as_there_are_slots_for(
            @ForAll @Size(min = 20, max = 256) List<@IntRange(min = 1, max = 100_000) Integer> weights,
            @ForAll @IntRange(min = 1, max = 9) int free) {
        var slots = full(weights);
        freed(slots, free);

        int bar = bar(slots, weights);

        // The quantile's own definition: so many do not exceed it, and fewer are below.
        long notAbove = weights.stream().filter(each -> each <= bar).count();
        long below = weights.stream().filter(each -> each < bar).count();
        assertThat(notAbove * TOTAL).isGreaterThanOrEqualTo((long) (TOTAL - free) * weights.size());
        assertThat(below * TOTAL).isLessThan((long) (TOTAL - free) * weights.size());
    }

    @Property(tries = 30)
    void fewer_free_slots_never_lower_the_bar(
            @ForAll @Size(min = 20, max = 64) List<@IntRange(min = 1, max = 1000) Integer> weights,
            @ForAll @IntRange(min = 1, max = 11) int free) {
        var slots = full(weights);
        freed(slots, free);
        int fewer = bar(slots, weights);
        freed(slots, free + 1);

        assertThat(fewer).isGreaterThanOrEqualTo(bar(slots, weights));
    }

    /** A node that has seen moments of these weights, while all slots are taken by others. */
    private static RedisSlots full(List<Integer> weights) {
        var redis = new SlotsInRedis(stores.lanes(alone.url()));
        redis.clear();
        var slots = new RedisSlots(redis.lanes(), () -> DESKS, () -> NOW, DeskConfig.Staffing.LIVE, 4);
        get(slots.presence().set("ada", Standing.State.AVAILABLE));
        get(slots.presence().here("ada", "node/socket"));
        get(slots.presence().read());
        IntStream.rangeClosed(1, TOTAL).forEach(i -> get(slots.hold(wish("taken" + i, "vic", "fr", "1"))));
        weights.forEach(each -> slots.considered("unknown", BigDecimal.valueOf(each)));
        return slots;
    }

    private static void freed(RedisSlots slots, int free) {
        IntStream.rangeClosed(1, free).forEach(i -> get(slots.release("taken" + i)));
    }

    /** The least of these weights that is given a slot. */
    private static int bar(RedisSlots slots, List<Integer> weights) {
        var all = List.copyOf(new TreeSet<>(weights));
        int low = 0;
        int high = all.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (isGiven(slots, all.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        assertThat(isGiven(slots, all.get(low))).isTrue();
        return all.get(low);
    }

    private static boolean isGiven(RedisSlots slots, int weight) {
        boolean isGiven = get(slots.hold(wish("asks", "unknown", "fr", "" + weight)));
        get(slots.release("asks"));
        return isGiven;
    }
}
