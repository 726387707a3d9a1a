package io.overture.ops.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.overture.RedisServer;
import io.overture.redis.StoreUnavailable;
import io.overture.store.Nodes;
import io.overture.store.Stores;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Nodes that tell each other through a real Redis what they carry. */
@TestInstance(Lifecycle.PER_CLASS)
class ReportsTest {

    private static final Load LITTLE = new Load(10, 1.5, 2, 0.5, false);
    private static final Load MUCH = new Load(900, 250, 30, 12, true);

    private static final About ABOUT = new About(Instant.ofEpochMilli(1_764_000_000_000L), "1.2.3", "jvm", 17);

    private record Named(String self, Set<String> live) implements Nodes {}

    private RedisServer redis;
    private Stores stores;

    @BeforeAll
    void open() {
        redis = RedisServer.start();
        stores = new Stores();
    }

    @AfterAll
    void close() throws Exception {
        stores.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        Stores.ask(stores.lanes(redis.url()), Command.FLUSHALL);
    }

    @Test
    void every_node_sees_the_same() {
        var one = reports("one", Duration.ofMinutes(5));
        var two = reports("two", Duration.ofMinutes(5));
        Stores.get(one.report(LITTLE, 1));

        var atTwo = Stores.get(two.report(MUCH, 4));

        var atOne = Stores.get(one.report(LITTLE, 1));
        assertThat(atOne.nodes()).isEqualTo(Map.of("one", LITTLE, "two", MUCH)).isEqualTo(atTwo.nodes());
        assertThat(atOne.recentNeed()).isEqualTo(4).isEqualTo(atTwo.recentNeed());
        assertThat(atOne.isComplete()).isTrue();
        assertThat(atOne.isDraining()).isTrue();
    }

    @Test
    void a_node_that_goes_is_not_counted_any_more() {
        var one = reports("one", Duration.ofMinutes(5));
        var two = reports("two", Duration.ofMinutes(5));
        Stores.get(two.report(MUCH, 1));

        Stores.get(two.leave());

        assertThat(Stores.get(one.report(LITTLE, 1)).nodes()).containsOnlyKeys("one");
    }

    @Test
    void a_node_that_died_is_counted_until_its_figures_are_out_of_date() {
        var lanes = stores.lanes(redis.url());
        var one = reports("one", Duration.ofMinutes(5));
        Stores.ask(lanes, Command.HSET, "ov:{fleet}:loads", "dead", "1000 " + MUCH.text());
        Stores.ask(lanes, Command.HSET, "ov:{fleet}:loads", "quiet", "9999999999999 " + MUCH.text());

        var told = Stores.get(one.report(LITTLE, 1));

        assertThat(told.nodes()).containsOnlyKeys("one", "quiet");
        assertThat(Stores.ask(lanes, Command.HLEN, "ov:{fleet}:loads")).hasToString("2");
    }

    @Test
    void what_was_needed_is_remembered_for_the_window_and_no_longer() {
        var one = reports("one", Duration.ofSeconds(2));
        Stores.get(one.report(LITTLE, 7));

        var soon = Stores.get(one.report(LITTLE, 1));

        assertThat(soon.recentNeed()).isEqualTo(7);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(Stores.get(one.report(LITTLE, 1)).recentNeed())
                                .isEqualTo(1));
    }

    @Test
    void nothing_stays_for_good() {
        var lanes = stores.lanes(redis.url());

        Stores.get(reports("one", Duration.ofMinutes(5)).report(LITTLE, 1));

        assertThat(Stores.ask(lanes, Command.PTTL, "ov:{fleet}:loads").toLong()).isBetween(1L, 10_000L);
        assertThat(Stores.ask(lanes, Command.PTTL, "ov:{fleet}:needs").toLong()).isBetween(1L, 300_000L);
    }

    @Test
    void without_redis_nothing_is_told() {
        try (var gone = RedisServer.start()) {
            var lanes = stores.lanes(gone.url());
            var alone = new Reports(
                    lanes, new Named("one", Set.of("one")), InstantSource.system(), Duration.ofMinutes(5), () -> ABOUT);
            gone.kill();

            assertThatThrownBy(() -> Stores.get(alone.report(LITTLE, 1))).isInstanceOf(StoreUnavailable.class);
        }
    }

    private Reports reports(String self, Duration window) {
        var nodes = new Named(self, Set.of(self));
        return new Reports(stores.lanes(redis.url()), nodes, InstantSource.system(), window, () -> ABOUT);
    }
}
