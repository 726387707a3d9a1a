package io.overture.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a desk is open, by the clock on its wall. A shift belongs to the day it begins on: a holiday takes the place of
 * that day's shifts and leaves what began the evening before. It begins and ends when the clock first shows its time, or
 * first shows a later one where daylight saving skips it; so a night in which the clock is put back has one closing time.
 *
 * @param holidays instead of the weekday's shifts; an empty list: closed
 */
public record Hours(ZoneId zone, Map<DayOfWeek, List<Shift>> week, Map<LocalDate, List<Shift>> holidays) {

    /** How far ahead an opening is looked for. */
    static final int HORIZON_DAYS = 400;

    private record Stretch(Instant from, Instant until) {

        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    public Hours {
        week = copy(week);
        holidays = copy(holidays);
    }

    public boolean isOpen(Instant at) {
        var today = at.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today).flatMap(this::stretches).anyMatch(each -> each.contains(at));
    }

    /** The first instant from {@code at} on at which it is open; empty if there is none within {@value HORIZON_DAYS} days. */
    public Optional<Instant> nextOpening(Instant at) {
        if (isOpen(at)) {
            return Optional.of(at);
        }
        var today = at.atZone(zone).toLocalDate();
        // Stretches of a day begin on it, so the first day that has one to come has the earliest.
        return today.datesUntil(today.plusDays(HORIZON_DAYS))
                .map(day -> stretches(day)
                        .map(Stretch::from)
                        .filter(at::isBefore)
                        .min(Comparator.naturalOrder())
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Stream<Stretch> stretches(LocalDate day) {
        var shifts = holidays.getOrDefault(day, week.getOrDefault(day.getDayOfWeek(), List.of()));
        return shifts.stream()
                .map(shift -> new Stretch(
                        first(day.atTime(shift.from())),
                        first((shift.endsNextDay() ? day.plusDays(1) : day).atTime(shift.until()))))
                .filter(each -> each.from().isBefore(each.until()));
    }

    /** When the clock first shows this time, or a later one. */
    private Instant first(LocalDateTime wall) {
        var change = zone.getRules().getTransition(wall);
        return change != null && change.isGap()
                ? change.getInstant()
                : wall.atZone(zone).toInstant();
    }

    private static <K> Map<K, List<Shift>> copy(Map<K, List<Shift>> shifts) {
        return shifts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> List.copyOf(each.getValue())));
    }
}
