package io.overture.intake;

import io.overture.visitor.Event;
import io.overture.wire.Fields;
import io.overture.wire.IdentifierShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one beacon, on our clock.
 *
 * @param source the page load, 1–32 characters
 * @param seq from 1
 * @param tooOld how many events were older than a day and dropped
 */
record Batch(String source, long seq, List<Event> events, int tooOld) {

    static final int MOST_EVENTS = 100;
    private static final IdentifierShape SOURCE = IdentifierShape.id(1, 32);

    Batch {
        events = List.copyOf(events);
    }

    /** How many events it brought. */
    int size() {
        return events.size() + tooOld;
    }

    static Batch read(Fields fields, Instant now) {
        var source = fields.requiredId("source", SOURCE);
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
