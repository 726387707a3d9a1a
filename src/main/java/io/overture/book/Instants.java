package io.overture.book;

import io.overture.document.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Points in time: ISO 8601 with its offset, {@code 2027-02-01T09:00:00+01:00}, or epoch milliseconds. */
final class Instants {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Instants() {}

    static Instant read(Place place) {
        var node = place.node();
        if (node.isNumber() && node.canConvertToExactIntegral() && node.canConvertToLong()) {
            return bounded(place, Instant.ofEpochMilli(node.longValue()));
        }
        try {
            return bounded(
                    place,
                    OffsetDateTime.parse(node.isTextual() ? node.textValue() : "")
                            .toInstant());
        } catch (DateTimeException e) {
            return place.fault(
                    "This must be a date and time with its offset, such as 2027-02-01T09:00:00+01:00, or epoch"
                            + " milliseconds.",
                    Instant.EPOCH);
        }
    }

    private static Instant bounded(Place place, Instant instant) {
        return instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)
                ? place.fault("This must lie between the years 1970 and 9999.", Instant.EPOCH)
                : instant;
    }
}
