package io.overture.store;

import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LayoutMarkTest {

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    @Test
    void nodes_of_one_layout_live_together() {
        var first = get(LayoutMark.claim(REDIS.lanes()));
        var second = get(LayoutMark.claim(REDIS.lanes()));

        assertThat(first).isEmpty();
        assertThat(second).isEmpty();
    }

    @Test
    void a_later_layout_that_an_older_release_can_live_with_sends_nobody_away() {
        get(LayoutMark.claim(REDIS.lanes(), 2, 1));

        var older = get(LayoutMark.claim(REDIS.lanes(), 1, 1));

        assertThat(older).isEmpty();
        assertThat(mark()).contains("2");
    }

    @Test
    void an_older_release_is_told_why_it_cannot_start() {
        get(LayoutMark.claim(REDIS.lanes()));
        get(LayoutMark.claim(REDIS.lanes(), 3, 2));

        var older = get(LayoutMark.claim(REDIS.lanes()));

        assertThat(older).get().asString().contains("layout 3", "knows layout 2", "knows up to 1");
    }

    private static String mark() {
        return String.valueOf(ask(REDIS.lanes(), Command.HGET, LayoutMark.KEY, "layout"));
    }
}
