package io.overture.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(2);
    private final List<String> begun = new ArrayList<>();
    private final List<UniEmitter<? super Void>> underWay = new ArrayList<>();

    @Test
    void the_next_begins_when_the_one_before_is_done() {
        turns.add(slow("one"));
        turns.add(slow("two"));
        assertThat(begun).containsExactly("one");

        underWay.getFirst().complete(null);

        assertThat(begun).containsExactly("one", "two");
    }

    @Test
    void what_fails_does_not_stop_the_rest() {
        turns.add(slow("one"));
        turns.add(slow("two"));

        underWay.getFirst().fail(new IllegalStateException("away"));

        assertThat(begun).containsExactly("one", "two");
    }

    @Test
    void no_more_wait_than_there_is_room_for() {
        turns.add(slow("one"));
        turns.add(slow("two"));

        var taken = turns.add(slow("three"));

        assertThat(taken).isFalse();
    }

    @Test
    void the_last_thing_comes_after_what_is_under_way_and_before_what_waits() {
        turns.add(slow("one"));
        turns.add(slow("two"));
        turns.end(slow("end"));
        var late = turns.add(slow("late"));

        underWay.getFirst().complete(null);

        assertThat(begun).containsExactly("one", "end");
        assertThat(late).isFalse();
    }

    private Supplier<Uni<Void>> slow(String name) {
        return () -> {
            begun.add(name);
            return Uni.createFrom().emitter(underWay::add);
        };
    }
}
