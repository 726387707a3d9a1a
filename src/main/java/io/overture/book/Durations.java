package io.overture.book;

import io.overture.document.Place;
import java.time.Duration;
import java.util.regex.Pattern;

/** Lengths of time: {@code 90s}, {@code 5m}, {@code 2h}, {@code 7d}. */
final class Durations {

    /** Ten years: beyond any visitor's memory, within an instant's range. Stands in for what could not be read. */
    static final Duration LONGEST = Duration.ofDays(3650);

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})([smhd])");

    private Durations() {}

    static Duration positive(Place place) {
        return read(place, Duration.ofSeconds(1));
    }

    /** {@code 0s} too. */
    static Duration orNone(Place place) {
        return read(place, Duration.ZERO);
    }

    private static Duration read(Place place, Duration shortest) {
        var shape = SHAPE.matcher(place.node().isTextual() ? place.node().textValue() : "");
        if (!shape.matches()) {
            return place.fault("This must be a duration such as 90s, 5m, 2h or 7d.", LONGEST);
        }
        var duration = of(Long.parseLong(shape.group(1)), shape.group(2));
        if (duration.compareTo(shortest) < 0) {
            return place.fault("This must be longer than nothing.", LONGEST);
        }
        return duration.compareTo(LONGEST) > 0
                ? place.fault("This must be at most %dd.".formatted(LONGEST.toDays()), LONGEST)
                : duration;
    }

    private static Duration of(long count, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
