package io.overture.aftercare;

import io.overture.client.Dealing;
import io.overture.client.Dealing.Type;
import io.overture.client.Form;
import io.overture.client.RecordReader;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Reads a batch of events, {@code {events: […]}}; {@code docs/aftercare.md} has the fields. */
final class EventReader {

    static final int MOST_EVENTS = 100;

    private static final int MOST_ITEMS = 50;
    private static final int LONGEST_ID = 128;
    private static final int LONGEST_SITE = 64;
    private static final int LONGEST_NOTE = 1_000;

    private static final Set<String> FIELDS = Set.of("id", "type", "at", "client", "site", "order", "items", "note");
    private static final Set<Type> OF_AN_ORDER =
            Set.of(Type.ORDER_PLACED, Type.ORDER_DELIVERED, Type.RETURN_REQUESTED, Type.RETURN_RECEIVED);

    private EventReader() {}

    /** The events; what is wrong with them is in the form then. The future becomes now. */
    static List<ShopEvent> read(Form batch, Instant now) {
        batch.knowsOnly(Set.of("events"));
        if (!batch.has("events") && batch.flaws().isEmpty()) {
            batch.flaw("events", "This is missing.");
        }
        return batch.list("events", MOST_EVENTS, event -> event(event, now));
    }

    private static ShopEvent event(Form event, Instant now) {
        event.knowsOnly(FIELDS);
        var type = event.neededWord("type", Dealing.Type.BY_WORD, Type.SERVICE_OPENED);
        var order =
                OF_AN_ORDER.contains(type) ? event.neededText("order", LONGEST_ID) : event.text("order", LONGEST_ID);
        var at = event.neededInstant("at");
        return new ShopEvent(
                event.neededText("id", LONGEST_ID),
                type,
                at.isAfter(now) ? now : at,
                event.neededText("client", LONGEST_ID),
                event.text("site", LONGEST_SITE),
                order,
                event.list("items", MOST_ITEMS, RecordReader::piece),
                event.text("note", LONGEST_NOTE));
    }
}
