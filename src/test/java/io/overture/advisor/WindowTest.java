package io.overture.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.desk.Boutique;
import io.overture.desk.Here;
import io.overture.visitor.Notice;
import io.overture.visitor.VisitorKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Here ANN = here("ann", "9000");
    private static final Here BEA = here("bea", "5000");
    private static final Here CLEO = here("cleo", "100");

    private final Window window = new Window();

    @BeforeEach
    void open() {
        window.open();
    }

    @Test
    void the_first_look_is_a_full_one() {
        var change = window.next(view(1, ANN, BEA));

        assertThat(change).hasValue(new Window.Change(true, List.of(ANN, BEA), List.of()));
    }

    @Test
    void an_empty_boutique_is_told_of_too() {
        var change = window.next(view(1));

        assertThat(change).hasValue(new Window.Change(true, List.of(), List.of()));
    }

    @Test
    void then_only_what_differs() {
        var heavier = here("bea", "7000");
        window.next(view(1, ANN, BEA));

        var change = window.next(view(2, heavier, CLEO));

        assertThat(change)
                .hasValue(new Window.Change(
                        false,
                        List.of(heavier, CLEO),
                        List.of(ANN.who().handle().value())));
    }

    @Test
    void nothing_is_said_twice() {
        window.next(view(1, ANN));

        var change = window.next(view(2, ANN));

        assertThat(change).isEmpty();
    }

    @Test
    void no_more_are_shown_than_she_watches_and_who_falls_out_is_gone() {
        window.next(view(1, ANN, BEA));
        window.widen(1);

        var change = window.next(view(1, ANN, BEA));

        assertThat(change)
                .hasValue(new Window.Change(
                        false, List.of(), List.of(BEA.who().handle().value())));
    }

    @Test
    void said_hello_again_it_is_told_in_full() {
        window.next(view(1, ANN));
        window.open();

        var change = window.next(view(1, ANN));

        assertThat(change).hasValue(new Window.Change(true, List.of(ANN), List.of()));
    }

    @Test
    void before_the_welcome_nobody_looks() {
        var change = new Window().next(view(1, ANN));

        assertThat(change).isEmpty();
    }

    private static Boutique.View view(long version, Here... here) {
        return new Boutique.View(version, Arrays.asList(here));
    }

    private static Here here(String visitor, String weight) {
        var notice = new Notice("t", null, null, "fr", null, "unknown", new BigDecimal(weight), Instant.EPOCH);
        return new Here(VisitorKey.of("demo", visitor), notice, "Five minutes on a piece", Here.Talk.NONE);
    }
}
