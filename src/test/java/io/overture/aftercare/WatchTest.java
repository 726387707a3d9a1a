package io.overture.aftercare;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.RedisServer;
import io.overture.store.Stores;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Instant TOMORROW = NOW.plus(Watch.PAUSE);

    private static RedisServer redis;
    private static Stores stores;
    private static Watch watch;

    @BeforeAll
    static void open() {
        redis = RedisServer.start();
        stores = new Stores();
        watch = new Watch(stores.lanes(redis.url()));
    }

    @AfterAll
    static void close() throws Exception {
        stores.close();
        redis.close();
    }

    @BeforeEach
    void one() {
        get(watch.forgetClient("c-1"));
        get(watch.over("c-1", true, NOW));
    }

    @Test
    void who_is_on_watch_is_looked_at_when_it_is_time() {
        assertThat(get(watch.due(TOMORROW.minusMillis(1), 10))).isEmpty();

        var due = get(watch.due(TOMORROW, 10));

        assertThat(due).containsExactly("c-1");
    }

    @Test
    void of_two_nodes_one_looks() {
        get(watch.due(TOMORROW, 10));

        var second = get(watch.due(TOMORROW, 10));

        assertThat(second).isEmpty();
        assertThat(get(watch.due(TOMORROW.plus(Watch.PAUSE), 10))).containsExactly("c-1");
    }

    @Test
    void who_is_off_it_is_left_alone() {
        get(watch.over("c-1", false, NOW));

        var due = get(watch.due(TOMORROW.plus(Duration.ofDays(9)), 10));

        assertThat(due).isEmpty();
    }
}
