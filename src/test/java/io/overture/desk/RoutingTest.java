package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.desk.Staffs.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.desk.Routing.Call;
import io.overture.desk.Routing.To;
import io.overture.desk.Routing.Waiting;
import io.overture.roster.Desks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {

    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private static final Desks DESKS = new Desks(List.of(
            desk(
                    "paris",
                    Staffs.ALWAYS,
                    List.of("night"),
                    Map.of(),
                    advisor("ada", 2, "fr-FR"),
                    advisor("bea", 2, "fr"),
                    advisor("cleo", 2, "fr"),
                    advisor("dora", 2, "fr"),
                    advisor("emma", 2, "en")),
            desk("closed", Staffs.NEVER, List.of("night"), Map.of(), advisor("fay", 2, "fr")),
            desk("night", Map.of(), advisor("gil", 2, "fr"))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # to          | own  | holder | passed   | round | rung
            # Her own alone; else who holds the slot; else the best three: language, then load.
            -             | dora | bea    |          | 0     | dora
            -             | emma | bea    |          | 0     | emma
            -             | fay  | bea    |          | 0     | fay
            -             | -    | bea    |          | 0     | bea
            -             | -    | -      |          | 0     | ada cleo gil
            -             | gone | bea    |          | 0     | bea
            -             | gone | gone   |          | 0     | ada cleo gil
            -             | dora | bea    |          | 1     | ada cleo gil
            -             | dora | bea    |          | 2     | ada cleo gil bea dora
            -             | dora | bea    |          | 7     | ada cleo gil bea dora
            # To whom it is passed on, alone.
            advisor emma  | dora | bea    |          | 0     | emma
            advisor gone  | dora | bea    |          | 0     | dora
            advisor emma  | dora | bea    |          | 1     | ada cleo gil
            desk night    | dora | bea    |          | 0     | gil
            desk nowhere  | dora | bea    |          | 0     | dora
            # Who passed it on, or did not answer, comes again only when there is nobody else.
            -             | dora | bea    | dora     | 0     | bea
            -             | -    | ada    | ada      | 0     | cleo gil bea
            -             | -    | -      | ada cleo | 2     | gil bea dora
            -             | dora | -      | ada bea cleo dora gil fay emma | 0 | dora
            """)
    void rounds(
            @Nullable String to,
            @Nullable String own,
            @Nullable String holder,
            @Nullable String passed,
            int round,
            String rung) {
        var call = new Call(wish("o1", "client", "fr-FR", "100"), round, to(to), own, holder, Set.of(words(passed)));
        var staff = there(Map.of("bea", 1, "dora", 2), "ada", "bea", "cleo", "dora", "emma", "fay", "gil");

        var seats = Routing.rung(call, DESKS, staff, NOW);

        assertThat(seats).extracting(seat -> seat.advisor().id()).containsExactly(rung.split(" "));
    }

    @Test
    void when_a_desk_is_empty_who_covers_it_is_rung() {
        var call = new Call(wish("o1", "client", "fr", "100"), 1, null, null, null, Set.of());

        var seats = Routing.rung(call, DESKS, there(Map.of(), "gil"), NOW);

        assertThat(seats).extracting(seat -> seat.advisor().id()).containsExactly("gil");
    }

    @Test
    void nobody_there_nobody_rung() {
        var call = new Call(wish("o1", "client", "fr", "100"), 0, null, "ada", "bea", Set.of());
        var away = new Staff(Map.of(
                "ada", new Standing(Standing.State.BUSY, true, 0),
                "bea", new Standing(Standing.State.AVAILABLE, false, 0),
                "emma", new Standing(Standing.State.AVAILABLE, true, 0)));

        var seats = Routing.rung(call, DESKS, away, NOW);

        assertThat(seats).isEmpty();
    }

    @Test
    void what_was_passed_over_comes_first_then_what_weighs_most_then_who_waits_longest() {
        var light = new Waiting(0, BigDecimal.ONE, NOW);
        var heavy = new Waiting(0, BigDecimal.TEN, NOW);
        var heavyAndLonger = new Waiting(0, BigDecimal.TEN, NOW.minusSeconds(1));
        var passedOver = new Waiting(1, BigDecimal.ONE, NOW);

        var ordered = Stream.of(light, heavy, passedOver, heavyAndLonger)
                .sorted(Routing.ORDER)
                .toList();

        assertThat(ordered).containsExactly(passedOver, heavyAndLonger, heavy, light);
    }

    private static @Nullable To to(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var id = text.substring(text.indexOf(' ') + 1);
        return text.startsWith("advisor") ? new To.ToAdvisor(id) : new To.ToDesk(id);
    }

    private static Staff there(Map<String, Integer> taken, String... advisors) {
        var all = new HashMap<String, Standing>();
        for (var each : advisors) {
            all.put(each, new Standing(Standing.State.AVAILABLE, true, taken.getOrDefault(each, 0)));
        }
        return new Staff(all);
    }

    private static String[] words(@Nullable String text) {
        return text == null ? new String[0] : text.split(" ");
    }
}
