package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.desk.Staffs.wish;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.roster.Desks;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a free slot asks: a share kept for a tier, a weight while slots are scarce; and who gives way. */
class SharesTest extends AtSlots {

    @ParameterizedTest
    @CsvSource({
        // Of a hundred moments that weigh 1 to 100.
        "10, 10, 1",
        "5, 10, 1",
        "49, 100, 51",
        "4, 10, 60",
        "1, 4, 75",
        "1, 10, 90",
        "1, 100, 99",
    })
    void the_fewer_slots_of_those_who_fit_are_free_the_more_a_moment_must_weigh(int free, int total, int least) {
        var desks = new Desks(List.of(
                desk("paris", Map.of(), advisor("ada", total, "fr"), advisor("bea", 100, "en")),
                desk("london", Map.of(), advisor("cleo", 100, "en"))));
        slots = node(desks, DeskConfig.Staffing.LIVE);
        List.of("ada", "bea", "cleo").forEach(this::come);
        for (int i = 0; i < total - free; i++) {
            get(slots.hold(wish("taken" + i, "unknown", "fr", "1000")));
        }
        for (int i = 1; i <= 100; i++) {
            slots.considered("unknown", BigDecimal.valueOf(i));
        }

        boolean lighter = get(slots.hold(wish("lighter", "unknown", "fr", "" + (least - 1))));
        get(slots.release("lighter"));
        boolean heavier = get(slots.hold(wish("heavier", "unknown", "fr", "" + least)));

        assertThat(List.of(lighter, heavier)).containsExactly(least == 1, true);
    }

    @Test
    void a_full_desk_does_not_silence_a_free_one() {
        come("bea");
        come("cleo");
        for (int i = 1; i <= 100; i++) {
            slots.considered("vic", BigDecimal.valueOf(i));
        }
        get(slots.hold(wish("o1", "vic", "fr", "100")));
        get(slots.hold(wish("o2", "vic", "fr", "100")));

        boolean elsewhere = get(slots.hold(wish("o3", "vic", "en-GB", "1")));

        assertThat(elsewhere).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1, 0", "0.2, 4, 3", "0.2, 5, 4", "0.2, 6, 4", "0, 3, 3"})
    void a_share_kept_is_rounded_up_so_that_strangers_never_take_the_last_of_it(
            BigDecimal share, int capacity, int left) {
        slots = node(
                new Desks(List.of(desk("paris", Map.of("vic", share), advisor("ada", capacity, "fr")))),
                DeskConfig.Staffing.LIVE);
        come("ada");

        long got = IntStream.range(0, capacity)
                .filter(i -> get(slots.hold(wish("o" + i, "unknown", "fr", "100"))))
                .count();

        assertThat(got).isEqualTo(left);
    }

    @Test
    void shares_that_are_more_than_there_is_when_rounded_up_leave_something_to_somebody() {
        var keep = Map.of("client", new BigDecimal("0.2"), "vic", new BigDecimal("0.3"));
        slots = node(new Desks(List.of(desk("paris", keep, advisor("ada", 1, "fr")))), DeskConfig.Staffing.LIVE);
        come("ada");

        var got = List.of("unknown", "client", "vic").stream()
                .map(tier -> get(slots.hold(wish(tier, tier, "fr", "100"))))
                .toList();

        assertThat(got).containsExactly(false, false, true);
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, true, 60, client, true",
        "unknown, true, 59, client, false",
        "unknown, false, 15, client, false",
        "client, true, 60, client, false",
        "unknown, true, 60, unknown, false"
    })
    void what_a_stranger_was_shown_and_has_not_answered_for_a_minute_gives_way_to_a_client(
            String has, boolean shown, int seconds, String wants, boolean gives) {
        come("bea");
        get(slots.hold(wish("o1", has, "fr", "9000")));
        if (shown) {
            get(slots.keep("o1", now.plusSeconds(180)));
        }
        now = now.plusSeconds(seconds);
        come("bea");
        woken.clear();

        get(slots.hold(wish("o2", wants, "fr", "100")));
        await().during(gives ? Duration.ZERO : Duration.ofMillis(50))
                .until(() -> yielded.equals(gives ? List.of("o1") : List.of()));

        await().until(() -> woken.equals(gives ? List.of(visitor("o2")) : List.of()));
        assertThat(taken("bea")).isEqualTo(1);
    }
}
