package io.overture.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Opening hours against somebody who looks at the clock on the wall once a minute, for a year. */
class HoursLawsTest {

    private static final int YEAR = 2027;
    private static final List<String> ZONES = List.of(
            "Europe/Paris",
            "America/New_York",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "Asia/Tokyo",
            "America/Santiago");

    @Property(tries = 5)
    void open_is_what_whoever_watches_the_clock_sees(@ForAll("hours") Hours hours) {
        var begin = LocalDate.of(YEAR, 1, 1).atStartOfDay(hours.zone()).toInstant();
        var end = LocalDate.of(YEAR + 1, 1, 1).atStartOfDay(hours.zone()).toInstant();
        var watched = watch(hours, begin, end);

        int minutes = (int) Duration.between(begin, end).toMinutes();
        for (int i = 0; i < minutes; i++) {
            var at = begin.plus(Duration.ofMinutes(i));
            if (hours.isOpen(at) != watched.get(i)) {
                assertThat(hours.isOpen(at)).as("%s in %s", at, hours.zone()).isEqualTo(watched.get(i));
            }
        }
    }

    @Property(tries = 5)
    void the_next_opening_is_the_first_minute_seen_open(@ForAll("hours") Hours hours) {
        var begin = LocalDate.of(YEAR, 1, 1).atStartOfDay(hours.zone()).toInstant();
        var end = LocalDate.of(YEAR + 1, 1, 1).atStartOfDay(hours.zone()).toInstant();
        var watched = watch(hours, begin, end);

        int minutes = (int) Duration.between(begin, end).toMinutes();
        for (int i = 0; i < minutes; i += 997) {
            int open = watched.nextSetBit(i);
            if (open >= 0) {
                assertThat(hours.nextOpening(begin.plus(Duration.ofMinutes(i))))
                        .contains(begin.plus(Duration.ofMinutes(open)));
            }
        }
    }

    @Provide
    Arbitrary<Hours> hours() {
        var time = Arbitraries.integers().between(0, 95).map(quarter -> LocalTime.MIDNIGHT.plusMinutes(quarter * 15L));
        var shifts = Combinators.combine(time, time).as(Shift::new).list().ofMaxSize(3);
        var week = Arbitraries.maps(Arbitraries.of(DayOfWeek.class), shifts).ofMinSize(1);
        var days = Arbitraries.integers()
                .between(0, 364)
                .map(day -> LocalDate.of(YEAR, 1, 1).plusDays(day));
        var holidays = Arbitraries.maps(days, shifts).ofMaxSize(8);
        return Combinators.combine(Arbitraries.of(ZONES).map(ZoneId::of), week, holidays)
                .as(Hours::new);
    }

    /** Which minutes are open: a shift begins when the wall first shows its beginning or later, and so it ends. */
    private static BitSet watch(Hours hours, Instant begin, Instant end) {
        int minutes = (int) Duration.between(begin, end).toMinutes();
        var first = new TreeMap<LocalDateTime, Integer>();
        for (int i = 0; i < minutes; i++) {
            first.putIfAbsent(LocalDateTime.ofInstant(begin.plus(Duration.ofMinutes(i)), hours.zone()), i);
        }
        var open = new BitSet(minutes);
        for (var day = LocalDate.of(YEAR - 1, 12, 31); day.getYear() <= YEAR; day = day.plusDays(1)) {
            for (var shift : on(hours, day)) {
                var from = day.atTime(shift.from());
                var until = (shift.until().isAfter(shift.from()) ? day : day.plusDays(1)).atTime(shift.until());
                open.set(
                        firstAt(first, from, minutes),
                        Math.max(firstAt(first, from, minutes), firstAt(first, until, minutes)));
            }
        }
        return open;
    }

    private static int firstAt(TreeMap<LocalDateTime, Integer> first, LocalDateTime wall, int none) {
        var found = first.ceilingEntry(wall);
        return found == null ? none : found.getValue();
    }

    private static List<Shift> on(Hours hours, LocalDate day) {
        Map<LocalDate, List<Shift>> holidays = hours.holidays();
        return holidays.containsKey(day) ? holidays.get(day) : hours.week().getOrDefault(day.getDayOfWeek(), List.of());
    }
}
