package io.overture.intake;

import io.overture.visitor.Event;
import io.overture.wire.Fields;
import java.util.Map;
import java.util.Optional;

/** One event of a beacon: its name, its instant, what it means to us, and a few of its parameters for the book. */
final class EventReader {

    static final int LONGEST_NAME = 40;
    static final int MOST_PARAMS = 32;
    static final int KEPT_PARAMS = 8;
    static final int LONGEST_KEPT = 64;

    private EventReader() {}

    /** Empty: it is too old to be believed. */
    static Optional<Event> read(Fields fields, Shift shift) {
        var name = fields.requiredText("name", 1, LONGEST_NAME);
        long at = fields.requiredInteger("at", 0, Fields.MOST_INTEGER);
        var params = params(fields);
        var meaning = Meanings.of(name, params);
        return shift.of(at).map(instant -> new Event(name, instant, kept(name, params), meaning));
    }

    private static Fields params(Fields fields) {
        var params = fields.object("params");
        if (params == null) {
            return Fields.none();
        }
        if (params.count() > MOST_PARAMS) {
            params.flaw("must have at most %d fields".formatted(MOST_PARAMS));
        }
        return params;
    }

    /** Engaged time comes every few seconds and its parameters are all in its meaning. */
    private static Map<String, String> kept(String name, Fields params) {
        return name.equals(Event.USER_ENGAGEMENT) ? Map.of() : params.scalars(KEPT_PARAMS, LONGEST_NAME, LONGEST_KEPT);
    }
}
