package io.overture.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.overture.RedisServer;
import io.overture.journal.JournalTail;
import io.overture.redis.StoreUnavailable;
import io.overture.store.Stores;
import jakarta.ws.rs.BadRequestException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who follow the journal of a Redis that goes away. */
class JournalReadersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<JournalResource.Line> lines = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> end = new AtomicReference<>("");
    private RedisServer redis;
    private Stores stores;
    private JournalReaders readers;

    @BeforeEach
    void open() {
        redis = RedisServer.start();
        stores = new Stores();
        readers = new JournalReaders(new JournalTail(stores.lanes(redis.url())));
    }

    @AfterEach
    void close() throws Exception {
        stores.close();
        redis.close();
    }

    @Test
    void one_who_has_begun_is_let_go_without_a_fault() {
        follow();
        await().atMost(PATIENCE).until(() -> !lines.isEmpty());

        redis.kill();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(end).hasValue("complete"));
    }

    @Test
    void one_who_has_heard_nothing_yet_is_told() {
        redis.kill();

        follow();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(end).hasValue(StoreUnavailable.class.getSimpleName()));
    }

    @Test
    void an_empty_cursor_is_none() {
        assertThatThrownBy(() -> readers.read("", "", true)).isInstanceOf(BadRequestException.class);
    }

    private void follow() {
        readers.read("start", "", true)
                .subscribe()
                .with(lines::add, failure -> end.set(failure.getClass().getSimpleName()), () -> end.set("complete"));
    }
}
