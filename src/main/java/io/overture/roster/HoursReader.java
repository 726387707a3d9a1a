package io.overture.roster;

import io.overture.document.Fields;
import io.overture.document.Nearest;
import io.overture.document.Place;
import io.overture.document.Texts;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opening hours: shifts such as {@code 10:00-13:00} by weekday, and by date where a day is another than usual. */
final class HoursReader {

    /** Whatever days are not named. */
    private static final String DAILY = "daily";

    private static final String END_OF_DAY = "24:00";
    private static final Pattern SHIFT = Pattern.compile("(\\d{2}:\\d{2})\\s?[-–]\\s?(\\d{2}:\\d{2})");
    private static final Map<String, DayOfWeek> DAYS = Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(day -> day.name().toLowerCase(Locale.ROOT), Function.identity()));
    private static final Set<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds());

    private HoursReader() {}

    static Hours read(Place place) {
        var fields = Fields.of(place, "zone", "week", "holidays");
        return new Hours(
                fields.needed("zone", ZoneOffset.UTC, HoursReader::zone),
                fields.needed("week", Map.of(), HoursReader::week),
                fields.optional("holidays", Map.of(), HoursReader::holidays));
    }

    private static ZoneId zone(Place place) {
        var name = Texts.text(place);
        if (name.isEmpty() || ZONES.contains(name)) {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        }
        return place.fault(
                "This must be a time zone such as Europe/Paris.%s".formatted(Nearest.hint(name, ZONES)),
                ZoneOffset.UTC);
    }

    private static Map<DayOfWeek, List<Shift>> week(Place place) {
        var known = new TreeSet<>(DAYS.keySet());
        known.add(DAILY);
        var fields = Fields.of(place, known.toArray(String[]::new));
        if (fields.isSilent()) {
            place.fault("A desk that is never open serves nobody: name a day, or \"daily\".", place);
        }
        var daily = fields.optional(DAILY, List.<Shift>of(), HoursReader::shifts);
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        DAYS.forEach((name, day) -> week.put(day, fields.optional(name, daily, HoursReader::shifts)));
        return week;
    }

    private static Map<LocalDate, List<Shift>> holidays(Place place) {
        if (!place.node().isObject()) {
            return place.fault("This must be a map of dates to shifts.", Map.of());
        }
        var all = new HashMap<LocalDate, List<Shift>>();
        place.node().fieldNames().forEachRemaining(key -> {
            var there = place.at(key);
            var date = date(key);
            if (date == null) {
                there.fault("This must be a date such as 2027-12-25.", key);
            } else {
                all.put(date, shifts(there));
            }
        });
        return all;
    }

    /** One, or a list of them; none: closed. */
    private static List<Shift> shifts(Place place) {
        var places = place.node().isArray() ? place.list() : List.of(place);
        return places.stream().map(HoursReader::shift).toList();
    }

    private static Shift shift(Place place) {
        var text = Texts.text(place);
        var shape = SHIFT.matcher(text);
        var from = shape.matches() ? time(shape.group(1)) : null;
        var until = shape.matches() ? time(shape.group(2)) : null;
        if (from != null && until != null && !shape.group(1).equals(END_OF_DAY)) {
            return new Shift(from, until);
        }
        var standIn = new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        return text.isEmpty()
                ? standIn
                : place.fault("This must be two times of day such as 10:00-13:00 or 22:00-24:00.", standIn);
    }

    /** The end of a day is the beginning of the next. */
    private static @Nullable LocalTime time(String text) {
        try {
            return text.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
