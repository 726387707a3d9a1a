package io.overture.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {

    /** A boutique's: split shifts, a long Thursday, a Friday night into Saturday, closed on Sunday. */
    private static final Map<DayOfWeek, List<Shift>> BOUTIQUE = Map.of(
            DayOfWeek.MONDAY, shifts("10:00-13:00", "14:30-19:00"),
            DayOfWeek.THURSDAY, shifts("10:00-24:00"),
            DayOfWeek.FRIDAY, shifts("22:00-02:00"),
            DayOfWeek.SATURDAY, shifts("10:00-19:00"));

    @ParameterizedTest
    @CsvSource({
        // 2027-03-01 is a Monday.
        "2027-03-01T09:59:59, false",
        "2027-03-01T10:00:00, true",
        "2027-03-01T12:59:59, true",
        "2027-03-01T13:00:00, false",
        "2027-03-01T14:29:00, false",
        "2027-03-01T14:30:00, true",
        "2027-03-01T19:00:00, false",
        "2027-03-02T12:00:00, false",
        "2027-03-04T23:59:59, true",
        "2027-03-05T00:00:00, false",
        "2027-03-05T21:59:00, false",
        "2027-03-05T22:00:00, true",
        "2027-03-06T00:00:00, true",
        "2027-03-06T01:59:59, true",
        "2027-03-06T02:00:00, false",
        "2027-03-06T10:00:00, true",
        "2027-03-07T12:00:00, false"
    })
    void shifts_split_long_and_overnight(LocalDateTime wall, boolean open) {
        var hours = new Hours(ZoneId.of("Asia/Tokyo"), BOUTIQUE, Map.of());

        assertThat(hours.isOpen(wall.atZone(hours.zone()).toInstant())).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        // Closed, though a Monday; shorter, though a Thursday; open, though a Sunday.
        "2027-03-01T11:00:00, false",
        "2027-03-04T10:30:00, false",
        "2027-03-04T12:30:00, true",
        "2027-03-04T16:00:00, false",
        "2027-03-07T12:00:00, true",
        // The Saturday is a holiday; what began on Friday evening is Friday's.
        "2027-03-06T01:00:00, true",
        "2027-03-06T11:00:00, false"
    })
    void a_holiday_takes_the_place_of_what_begins_on_its_day(LocalDateTime wall, boolean open) {
        var hours = new Hours(
                ZoneId.of("Europe/Paris"),
                BOUTIQUE,
                Map.of(
                        LocalDate.parse("2027-03-01"), List.of(),
                        LocalDate.parse("2027-03-04"), shifts("12:00-16:00"),
                        LocalDate.parse("2027-03-06"), List.of(),
                        LocalDate.parse("2027-03-07"), shifts("11:00-14:00")));

        assertThat(hours.isOpen(wall.atZone(hours.zone()).toInstant())).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        // Paris, 28 March 2027: 02:00 is 03:00. The shift that should begin at 02:30 begins when the clock is past it.
        "Europe/Paris, 02:30-05:00, 2027-03-28T01:59:00+01:00, false",
        "Europe/Paris, 02:30-05:00, 2027-03-28T03:00:00+02:00, true",
        "Europe/Paris, 02:30-05:00, 2027-03-28T05:00:00+02:00, false",
        // What should end at 02:30 ends at the change.
        "Europe/Paris, 22:00-02:30, 2027-03-28T01:59:59+01:00, true",
        "Europe/Paris, 22:00-02:30, 2027-03-28T03:00:00+02:00, false",
        // All of it is skipped.
        "Europe/Paris, 02:10-02:50, 2027-03-28T03:00:00+02:00, false",
        // 31 October 2027: 03:00 is 02:00 again. It closes once, when the clock first shows the time.
        "Europe/Paris, 22:00-02:30, 2027-10-31T02:29:59+02:00, true",
        "Europe/Paris, 22:00-02:30, 2027-10-31T02:30:00+02:00, false",
        "Europe/Paris, 22:00-02:30, 2027-10-31T02:10:00+01:00, false",
        // And opens once: the hour that comes twice belongs to it both times.
        "Europe/Paris, 02:30-06:00, 2027-10-31T02:29:00+02:00, false",
        "Europe/Paris, 02:30-06:00, 2027-10-31T02:30:00+02:00, true",
        "Europe/Paris, 02:30-06:00, 2027-10-31T02:10:00+01:00, true",
        "Europe/Paris, 02:30-06:00, 2027-10-31T06:00:00+01:00, false",
        // The same night is an hour longer.
        "Europe/Paris, 22:00-04:00, 2027-10-31T03:59:00+01:00, true",
        "Europe/Paris, 22:00-04:00, 2027-10-31T04:00:00+01:00, false",
        // New York changes on 14 March and 7 November.
        "America/New_York, 09:00-17:00, 2027-03-13T14:00:00Z, true",
        "America/New_York, 09:00-17:00, 2027-03-13T13:59:59Z, false",
        "America/New_York, 09:00-17:00, 2027-03-14T13:00:00Z, true",
        "America/New_York, 09:00-17:00, 2027-03-14T12:59:59Z, false",
        "America/New_York, 09:00-17:00, 2027-11-07T14:00:00Z, true",
        "America/New_York, 09:00-17:00, 2027-11-07T13:59:59Z, false",
        "America/New_York, 01:30-03:00, 2027-11-07T01:45:00-04:00, true",
        "America/New_York, 01:30-03:00, 2027-11-07T01:15:00-05:00, true",
        "America/New_York, 01:30-03:00, 2027-11-07T03:00:00-05:00, false",
        // Half-hour zones, one whose daylight saving is half an hour too; and one without any.
        "Asia/Kolkata, 10:00-18:00, 2027-07-01T04:30:00Z, true",
        "Asia/Kolkata, 10:00-18:00, 2027-07-01T04:29:59Z, false",
        "Australia/Lord_Howe, 09:00-17:00, 2027-01-15T22:00:00Z, true",
        "Australia/Lord_Howe, 09:00-17:00, 2027-06-15T22:00:00Z, false",
        "Australia/Lord_Howe, 09:00-17:00, 2027-06-15T22:30:00Z, true",
        "Asia/Tokyo, 00:00-24:00, 2027-03-28T02:30:00+09:00, true",
        // The end of one day is the beginning of the next.
        "Europe/Paris, 00:00-24:00, 2027-03-28T00:00:00+01:00, true",
        "Europe/Paris, 23:00-24:00, 2027-03-28T00:00:00+01:00, false",
        "Europe/Paris, 23:00-00:00, 2027-03-27T23:59:59+01:00, true",
        "Europe/Paris, 00:00-01:00, 2027-03-28T00:00:00+01:00, true"
    })
    void the_clock_on_the_wall_decides_whatever_is_done_to_it(String zone, String shift, String at, boolean open) {
        var hours = daily(zone, shift);

        assertThat(hours.isOpen(OffsetDateTime.parse(at).toInstant())).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        // Open already.
        "2027-03-01T11:00:00, 2027-03-01T11:00:00",
        // Over lunch, overnight, over the closed days, into a night.
        "2027-03-01T13:00:00, 2027-03-01T14:30:00",
        "2027-03-01T19:00:00, 2027-03-04T10:00:00",
        "2027-03-05T00:00:00, 2027-03-05T22:00:00",
        "2027-03-06T02:00:00, 2027-03-06T10:00:00",
        "2027-03-06T19:00:00, 2027-03-11T10:00:00",
    })
    void the_next_opening_is_the_first_there_is(LocalDateTime wall, LocalDateTime expected) {
        var hours = new Hours(ZoneId.of("Europe/Paris"), BOUTIQUE, Map.of(LocalDate.parse("2027-03-08"), List.of()));

        var next = hours.nextOpening(wall.atZone(hours.zone()).toInstant());

        assertThat(next).contains(expected.atZone(hours.zone()).toInstant());
    }

    @Test
    void who_never_opens_has_no_next_opening() {
        var hours = new Hours(ZoneId.of("Europe/Paris"), Map.of(), Map.of());

        assertThat(hours.nextOpening(Instant.parse("2027-03-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void a_day_that_a_country_skipped_opens_no_desk() {
        // Samoa went from 29 to 31 December 2011.
        var hours = new Hours(
                ZoneId.of("Pacific/Apia"), Map.of(), Map.of(LocalDate.parse("2011-12-30"), shifts("09:00-17:00")));

        assertThat(hours.nextOpening(Instant.parse("2011-12-29T00:00:00Z"))).isEmpty();
    }

    static Hours daily(String zone, String... shifts) {
        var week = new HashMap<DayOfWeek, List<Shift>>();
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, shifts(shifts)));
        return new Hours(ZoneId.of(zone), week, Map.of());
    }

    static List<Shift> shifts(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.replace("24:00", "00:00").split("-"))
                .map(ends -> new Shift(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
                .toList();
    }
}
