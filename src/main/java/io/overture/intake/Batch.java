package io.overture.intake;

import io.overture.visitor.Event;
import io.overture.wire.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The events of one beacon, on our clock.
 *
 * @param source the page load, 1–32 characters
 * @param seq from 1
 * @param tooOld how many events were older than a day and dropped
 */
record Batch(String source, long seq, List<Event> events, int tooOld) {

    static final int MOST_EVENTS = 100;
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final String SOURCE_RULE = "must be 1 to 32 characters of A-Z a-z 0-9 _ -";

    Batch {
        events = List.copyOf(events);
    }

    /** How many events it brought. */
    int size() {
        return events.size() + tooOld;
    }

    static Batch read(Fields fields, Instant now) {
        var source = fields.requiredId("source", SOURCE, SOURCE_RULE);
        long seq = fields.requiredInteger("seq", 1, Fields.MOST_INTEGER);
        var shift = new Shift(now, fields.requiredInteger("sentAt", 0, Fields.MOST_INTEGER));
        var said = fields.required("events") ? fields.objects("events", MOST_EVENTS) : null;
        var all = said == null ? List.<Fields>of() : said;
        var events = new ArrayList<Event>(all.size());
        for (var each : all) {
            EventReader.read(each, shift).ifPresent(events::add);
        }
        return new Batch(source, seq, events, all.size() - events.size());
    }
}
