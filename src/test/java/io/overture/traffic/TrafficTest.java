package io.overture.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Receipt;
import io.overture.visitor.Meaning;
import io.overture.wire.Flaw;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node counts of what comes to its sites. */
class TrafficTest {

    private final Arrivals arrivals = new Arrivals();
    private final Traffic traffic = arrivals.traffic;

    @Test
    void events_are_counted_by_name_currency_and_what_they_lack() {
        arrivals.beacon(
                Arrivals.view("12500"),
                Arrivals.view(null),
                Arrivals.event("view_item", new Meaning.Viewed(List.of())),
                Arrivals.other("view_detail"),
                Arrivals.other("page_view"),
                Arrivals.other("size_guide"));

        var counts = arrivals.take("demo");

        assertThat(counts.of(Kind.KNOWN, "view_item")).isEqualTo(3);
        assertThat(counts.of(Kind.NAME, "size_guide")).isEqualTo(1);
        assertThat(counts.of(Kind.CURRENCY, "EUR")).isEqualTo(1);
        assertThat(total(counts, SiteCounter.UNPRICED)).isEqualTo(1);
        assertThat(total(counts, SiteCounter.EVENTS)).isEqualTo(6);
        assertThat(total(counts, SiteCounter.UNDERSTOOD)).isEqualTo(3);
        assertThat(total(counts, SiteCounter.BEACONS)).isEqualTo(1);
        assertThat(counts.of(Kind.ORIGIN, Arrivals.ORIGIN)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Receipt.class,
            names = {"TAKEN", "LATE"},
            mode = EnumSource.Mode.EXCLUDE)
    void of_what_was_not_taken_no_event_is_looked_at(Receipt receipt) {
        traffic.beacon("demo", Arrivals.ORIGIN, receipt, false, List.of(Arrivals.view("1")), 2);

        var counts = arrivals.take("demo");

        assertThat(total(counts, SiteCounter.BEACONS)).isEqualTo(1);
        assertThat(total(counts, SiteCounter.DENIED)).isEqualTo(1);
        assertThat(total(counts, SiteCounter.EVENTS)).isZero();
        assertThat(counts.of(Kind.KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane@example.com",
                "call_0791234567",
                "<script>",
                "two words",
                "",
                "a|b",
                "a:b",
                "purchase_confirmation_page_loaded_registered_customer"
            })
    void a_name_that_may_be_about_somebody_is_one_of_the_others(String name) {
        arrivals.beacon(Arrivals.other(name));

        assertThat(arrivals.take("demo").of(Kind.NAME))
                .extracting(Counts.Count::name)
                .containsExactly(Kind.OTHER);
    }

    @Test
    void names_origins_and_faults_of_strangers_are_bounded_and_none_is_lost() {
        for (int i = 0; i < 1000; i++) {
            arrivals.beacon(Arrivals.other("name_" + letters(i)));
            var flaw = new Flaw("/events/3/params/" + letters(i), "must be a string");
            traffic.refused(Refusal.INVALID, "demo", "https://x" + i + ".example", List.of(flaw), 1);
        }

        var counts = arrivals.take("demo");

        for (var kind : List.of(Kind.NAME, Kind.STRANGER, Kind.FAULT)) {
            assertThat(counts.of(kind)).hasSize(kind.most() + 1);
            assertThat(counts.of(kind).getLast().name()).isEqualTo(Kind.OTHER);
            assertThat(counts.of(kind).stream().mapToLong(Counts.Count::by).sum())
                    .isEqualTo(1000);
        }
    }

    @Test
    void strangers_take_no_place_of_the_sites_own_origins() {
        for (int i = 0; i < 1000; i++) {
            traffic.turnedAway("demo", "https://x" + i + ".example");
        }
        arrivals.beacon();

        assertThat(arrivals.take("demo").of(Kind.ORIGIN, Arrivals.ORIGIN)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://Shop.Example, https://shop.example",
                "https://shop.example:443, https://shop.example",
                "http://shop.example:8080, http://shop.example:8080",
                "null, none",
                "-, none",
                "https://user:pw@shop.example, other",
                "javascript:alert(1), other",
                "https://shop.example/jane, other"
            })
    void origins_are_kept_as_browsers_write_them(String said, String kept) {
        traffic.turnedAway("demo", said);

        assertThat(arrivals.take("demo").of(Kind.STRANGER))
                .extracting(Counts.Count::name)
                .containsExactly(kept);
    }

    @Test
    void a_fault_is_told_without_its_index_and_without_what_a_stranger_named() {
        var flaws = List.of(
                new Flaw("/events/3/params/items/17/price", "must be from 0 to 1e12"),
                new Flaw("/events/4/params/items/2/price", "must be from 0 to 1e12"),
                new Flaw("/events/0/params/jane@example.com", "is there twice"));

        traffic.refused(Refusal.INVALID, "demo", Arrivals.ORIGIN, flaws, 5);

        assertThat(arrivals.take("demo").of(Kind.FAULT))
                .extracting(Counts.Count::name, Counts.Count::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "invalid|/events/*/params/items/*/price|must be from 0 to 1e12", 2L),
                        org.assertj.core.groups.Tuple.tuple("invalid|/events/*/params/?|is there twice", 1L));
    }

    @Test
    void a_site_that_is_not_there_is_told_to_the_site_whose_page_named_it() {
        traffic.turnedAway("dmeo", Arrivals.ORIGIN);

        assertThat(arrivals.take("demo").of(Kind.REFUSED, "unknown_site")).isEqualTo(1);
        assertThat(arrivals.take("other").isEmpty()).isTrue();
    }

    @Test
    void what_is_nobodys_is_counted_under_no_name_from_outside() {
        traffic.turnedAway("nobody", "https://nobody.example");

        assertThat(arrivals.take("demo").isEmpty()).isTrue();
        assertThat(arrivals.meters
                        .get("overture.traffic.refused")
                        .tag("reason", "unknown_site")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(arrivals.meters.getMeters())
                .hasSize(Refusal.values().length)
                .allSatisfy(meter -> assertThat(meter.getId().getTags()).hasSize(1));
    }

    private static long total(Counts counts, String word) {
        return counts.of(Kind.TOTAL, word);
    }

    /** Distinct without a digit. */
    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .map(digit -> digit - '0' + 'a')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
