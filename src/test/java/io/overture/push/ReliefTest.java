package io.overture.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReliefTest {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Sockets sockets = new Sockets(new SocketTest.Node("n1"), new SimpleMeterRegistry());
    private final Relief relief = new Relief(sockets);
    private final Random random = new Random(7);

    @Test
    void as_many_as_are_wanted_are_asked_each_at_a_moment_of_its_own() {
        var pages = pages(200, true);

        int asked = ask(50);

        assertThat(asked).isEqualTo(50);
        var frames = pages.stream().flatMap(page -> page.frames().stream()).toList();
        assertThat(frames).hasSize(50).allMatch(frame -> frame.contains("\"go_away\""));
        assertThat(frames.stream().distinct().count()).isGreaterThan(40);
        assertThat(pages).allMatch(page -> page.closed().isEmpty());
    }

    @Test
    void with_whom_something_is_open_she_is_never_asked() {
        var engaged = pages(30, false);
        var free = pages(20, true);

        int asked = ask(1_000);

        assertThat(asked).isEqualTo(20);
        assertThat(engaged).allMatch(page -> page.frames().isEmpty());
        assertThat(free).allMatch(page -> page.frames().size() == 1);
    }

    @Test
    void nobody_is_asked_twice() {
        var pages = pages(20, true);
        ask(15);

        int asked = ask(15);

        assertThat(asked).isEqualTo(5);
        assertThat(pages).allMatch(page -> page.frames().size() == 1);
    }

    @Test
    void consoles_of_advisors_stay() {
        var console = new FakeWire();
        sockets.open(console);

        int asked = ask(10);

        assertThat(asked).isZero();
        assertThat(console.frames()).isEmpty();
    }

    private int ask(int most) {
        return relief.ask(most, WITHIN, random).await().atMost(Duration.ofSeconds(30));
    }

    private List<FakeWire> pages(int count, boolean free) {
        var wires = new ArrayList<FakeWire>();
        for (int i = 0; i < count; i++) {
            var wire = new FakeWire();
            sockets.open(wire).onAsked(() -> Uni.createFrom().item(free));
            wires.add(wire);
        }
        return wires;
    }
}
