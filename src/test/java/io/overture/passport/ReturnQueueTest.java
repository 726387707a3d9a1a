package io.overture.passport;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.EmptyRedis;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing that is to go home is lost or grows, and nothing of whoever was erased goes. */
class ReturnQueueTest {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));
    private static final Duration CLAIM = Duration.ofSeconds(7);

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final AtomicReference<Instant> now = new AtomicReference<>(AT);
    private final ReturnQueue queue = new ReturnQueue(REDIS.lanes(), now::get, Duration.ofHours(24));

    @Test
    void what_comes_later_joins_what_waits() {
        get(queue.add(SHE, due("p", AT, null)));
        get(queue.add(SHE, due("p", AT.minusSeconds(9), AT.plusSeconds(1))));

        var claimed = get(queue.claim("europe", CLAIM));

        assertThat(claimed.waiting()).isOne();
        assertThat(claimed.tried()).singleElement().satisfies(told -> {
            assertThat(told.region()).isEqualTo("europe");
            assertThat(told.pseudonym()).isEqualTo("p");
            assertThat(told.invitedAt()).isEqualTo(AT);
            assertThat(told.declinedAt()).isEqualTo(AT.plusSeconds(1));
        });
    }

    @Test
    void said_twice_it_waits_once_and_is_tried_once() {
        get(queue.add(SHE, due("p", AT, null)));
        var first = get(queue.claim("europe", CLAIM)).tried();
        get(queue.add(SHE, due("p", AT, null)));

        assertThat(first).hasSize(1);
        assertThat(get(queue.claim("europe", CLAIM)).tried()).isEmpty();
    }

    @Test
    void what_joined_while_it_was_told_is_still_to_be_told() {
        get(queue.add(SHE, due("p", AT, null)));
        var first = get(queue.claim("europe", CLAIM)).tried().getFirst();
        get(queue.add(SHE, due("p", AT, AT.plusSeconds(3))));

        get(queue.settle(first));

        var second = get(queue.claim("europe", CLAIM)).tried();
        assertThat(second)
                .singleElement()
                .satisfies(told -> assertThat(told.declinedAt()).isEqualTo(AT.plusSeconds(3)));
        get(queue.settle(second.getFirst()));
        assertThat(REDIS.keys("*")).isEmpty();
    }

    @Test
    void a_node_that_dies_leaves_it_to_another() {
        get(queue.add(SHE, due("p", AT, null)));
        get(queue.claim("europe", CLAIM));

        now.set(AT.plus(CLAIM));

        assertThat(get(queue.claim("europe", CLAIM)).tried())
                .singleElement()
                .satisfies(told -> assertThat(told.tries()).isEqualTo(2));
    }

    @Test
    void its_time_passes() {
        get(queue.add(SHE, due("p", AT, null)));

        now.set(AT.plus(Duration.ofHours(24)));

        var claimed = get(queue.claim("europe", CLAIM));
        assertThat(claimed.passed()).isOne();
        assertThat(claimed.tried()).isEmpty();
        assertThat(REDIS.keys("*")).isEmpty();
    }

    @Test
    void another_passport_of_the_same_region_takes_its_place() {
        get(queue.add(SHE, due("p", AT, AT)));
        get(queue.add(SHE, due("q", AT.plusSeconds(5), null)));

        assertThat(get(queue.claim("europe", CLAIM)).tried()).singleElement().satisfies(told -> {
            assertThat(told.pseudonym()).isEqualTo("q");
            assertThat(told.declinedAt()).isNull();
        });
    }

    @Test
    void whoever_is_erased_leaves_nothing_and_what_was_under_way_is_not_put() {
        get(queue.add(SHE, due("p", AT, null)));

        get(queue.forget(SHE, List.of("europe", "america")));
        get(queue.add(SHE, due("p", AT, AT)));

        assertThat(get(queue.claim("europe", CLAIM)).waiting()).isZero();
        assertThat(REDIS.keys("*return:*")).isEmpty();
    }

    @Test
    void a_region_that_is_not_told_keeps_no_other_waiting() {
        for (int i = 0; i < 100; i++) {
            get(queue.add(VisitorKey.of("demo", "visitor-number-%08d".formatted(i)), due("p" + i, AT, null)));
        }
        get(queue.add(SHE, new Due.Returned("returned:2", "america", "p", AT, null)));

        assertThat(get(queue.claim("america", CLAIM)).tried())
                .singleElement()
                .satisfies(told -> assertThat(told.region()).isEqualTo("america"));
        assertThat(get(queue.claim("europe", CLAIM)).waiting()).isEqualTo(100);
    }

    private static Due.Returned due(String pseudonym, @Nullable Instant invited, @Nullable Instant declined) {
        return new Due.Returned("returned:1", "europe", pseudonym, invited, declined);
    }
}
