package io.overture.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.overture.RedisResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Needs the application: circuit breakers live in it. */
@QuarkusTest
@WithTestResource(RedisResource.class)
class GuardedSourceTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void what_the_backend_publishes_comes_through() throws IOException {
        var source = new GuardedSource(() -> "keys");

        assertThat(source.fetch()).isEqualTo("keys");
    }

    @Test
    void a_backend_that_keeps_failing_is_left_alone() {
        var source = new GuardedSource(this::fail);
        for (int i = 0; i < GuardedSource.ATTEMPTS; i++) {
            assertThat(catchThrowable(source::fetch)).isInstanceOf(IOException.class);
        }

        assertThatThrownBy(source::fetch).isInstanceOf(RuntimeException.class);

        assertThat(asked).hasValue(GuardedSource.ATTEMPTS);
    }

    @Test
    void one_backend_that_fails_costs_no_other_its_turn() throws IOException {
        var failing = new GuardedSource(this::fail);
        for (int i = 0; i <= GuardedSource.ATTEMPTS; i++) {
            assertThat(catchThrowable(failing::fetch)).isNotNull();
        }

        var other = new GuardedSource(() -> "keys").fetch();

        assertThat(other).isEqualTo("keys");
    }

    private String fail() throws IOException {
        asked.incrementAndGet();
        throw new IOException("down");
    }
}
