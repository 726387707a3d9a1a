package io.overture.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A client's record as JSON, in Redis and over HTTP alike; what is unknown or empty is left out. */
public final class RecordJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private final ObjectNode to;

    private RecordJson(ObjectNode to) {
        this.to = to;
    }

    static ObjectNode of(ClientRecord record) {
        var json = new RecordJson(JSON.objectNode().put("id", record.id()));
        json.profile(record.profile());
        json.purchases(record.history().purchases());
        json.notes(record.history().notes());
        json.conversations(record.history().conversations());
        json.dealings(record.history().dealings());
        if (!record.history().visits().isEmpty()) {
            var visits = json.to.putArray("visits");
            record.history().visits().forEach(visit -> visits.add(visit.toEpochMilli()));
        }
        json.instant("signalledAt", record.history().signalled());
        return json.to;
    }

    private void profile(Profile profile) {
        text("name", profile.name());
        text("salutation", profile.salutation());
        text("tier", profile.tier());
        text("language", profile.language());
        if (!profile.sizes().isEmpty()) {
            var sizes = to.putObject("sizes");
            new TreeMap<>(profile.sizes()).forEach(sizes::put);
        }
        if (!profile.favourites().equals(Profile.Favourites.NONE)) {
            var favourites = new RecordJson(to.putObject("favourites"));
            favourites.texts("categories", profile.favourites().categories());
            favourites.texts("items", profile.favourites().items());
        }
        if (!profile.dates().isEmpty()) {
            var dates = to.putArray("dates");
            profile.dates()
                    .forEach(date -> dates.addObject().put("what", date.what()).put("on", date.on()));
        }
        text("preferredChannel", profile.preferredChannel());
        text("advisor", profile.advisor());
        if (!profile.contacts().equals(Profile.Contacts.NONE)) {
            var contacts = new RecordJson(to.putObject("contacts"));
            contacts.text("email", profile.contacts().email());
            contacts.text("phone", profile.contacts().phone());
        }
        instant("quietUntil", profile.quietUntil());
    }

    private void purchases(Collection<History.Order> orders) {
        if (orders.isEmpty()) {
            return;
        }
        var all = to.putArray("purchases");
        for (var order : orders) {
            var each = all.addObject().put("transaction", order.transaction());
            each.put("at", order.at().toEpochMilli());
            var pieces = each.putArray("items");
            order.items().forEach(piece -> pieces.add(piece(piece)));
        }
    }

    /** {@code {item, name?, category?, price?, currency?}}. */
    public static ObjectNode piece(History.Piece piece) {
        var json = new RecordJson(JSON.objectNode().put("item", piece.item()));
        json.text("name", piece.name());
        json.text("category", piece.category());
        var price = piece.price();
        if (price != null) {
            json.to.put("price", price.getAmount());
            json.to.put("currency", price.getCurrencyUnit().getCode());
        }
        return json.to;
    }

    private void notes(Collection<History.Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        var all = to.putArray("notes");
        for (var note : notes) {
            all.addObject()
                    .put("id", note.id())
                    .put("at", note.at().toEpochMilli())
                    .put("by", note.by())
                    .put("text", note.text());
        }
    }

    private void conversations(Collection<History.Talk> talks) {
        if (talks.isEmpty()) {
            return;
        }
        var all = to.putArray("conversations");
        for (var talk : talks) {
            var each = new RecordJson(all.addObject().put("id", talk.id()));
            each.instant("at", talk.at());
            each.text("advisor", talk.advisor());
            each.text("summary", talk.summary());
        }
    }

    private void dealings(Collection<Dealing> dealings) {
        if (dealings.isEmpty()) {
            return;
        }
        var all = to.putArray("dealings");
        for (var dealing : dealings) {
            var each = new RecordJson(all.addObject().put("id", dealing.id()));
            each.text("type", dealing.type().word());
            each.instant("at", dealing.at());
            each.text("order", dealing.order());
            each.text("item", dealing.item());
            each.text("note", dealing.note());
        }
    }

    private void text(String name, @Nullable String value) {
        if (value != null) {
            to.put(name, value);
        }
    }

    private void instant(String name, @Nullable Instant value) {
        if (value != null) {
            to.put(name, value.toEpochMilli());
        }
    }

    private void texts(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            var all = to.putArray(name);
            values.forEach(all::add);
        }
    }
}
