package io.overture.book;

import io.overture.document.Fields;
import io.overture.document.Numbers;
import io.overture.document.Place;
import io.overture.document.Texts;
import io.overture.offer.Channels;
import io.overture.trigger.Trigger;
import io.overture.trigger.Trigger.Active;
import io.overture.trigger.Trigger.Boost;
import io.overture.trigger.Trigger.Offer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A trigger. */
final class TriggerReader {

    static final int MOST = 1_000;
    static final String USUAL_COPY = "assistance";
    static final List<String> USUAL_CHANNELS = List.of(Channels.CHAT);
    static final Duration USUAL_EXPIRY = Duration.ofMinutes(2);

    private final Set<String> copies;
    private final Map<String, String> whereById = new HashMap<>();

    /** {@code copies} are the names of words there are. */
    TriggerReader(Set<String> copies) {
        this.copies = copies;
    }

    List<Trigger> readAll(Place place) {
        if (place.node().size() > MOST) {
            return place.fault("A book has at most %d triggers.".formatted(MOST), List.of());
        }
        return place.list().stream().map(this::read).toList();
    }

    private Trigger read(Place place) {
        var fields =
                Fields.of(place, "id", "describe", "when", "intent", "assume", "offer", "alert", "active", "boost");
        if (place.node().isObject() && !fields.has("offer") && !fields.has("alert")) {
            place.fault("A trigger needs an \"offer\" or an \"alert\".", place);
        }
        return new Trigger(
                fields.needed("id", "", this::id),
                fields.orNull("describe", Texts::text),
                fields.needed("when", ConditionReader.NONE, ConditionReader::read),
                fields.needed("intent", BigDecimal.ZERO, Numbers::amount),
                fields.orNull("assume", Numbers::amount),
                fields.orNull("offer", this::offer),
                fields.optional("alert", false, TriggerReader::alert),
                fields.optional("active", Active.ALWAYS, TriggerReader::active),
                fields.optional("boost", List.of(), TriggerReader::boosts));
    }

    private String id(Place place) {
        var id = Texts.id(place);
        var first = id.isEmpty() ? null : whereById.putIfAbsent(id, place.pointer());
        return first == null ? id : place.fault("%s has this id already.".formatted(first), id);
    }

    private Offer offer(Place place) {
        var fields = Fields.of(place, "copy", "channels", "expires");
        return new Offer(
                fields.optional("copy", USUAL_COPY, copy -> Texts.oneOf(copies, copy)),
                fields.optional("channels", USUAL_CHANNELS, TriggerReader::channels),
                fields.optional("expires", USUAL_EXPIRY, Durations::positive));
    }

    private static List<String> channels(Place place) {
        var seen = new HashSet<String>();
        return place.some().stream()
                .map(each -> {
                    var channel = Texts.oneOf(Channels.ALL, each);
                    return seen.add(channel) || channel.isEmpty()
                            ? channel
                            : each.fault("\"%s\" stands here twice.".formatted(Texts.shown(channel)), channel);
                })
                .toList();
    }

    private static boolean alert(Place place) {
        if (!place.node().isObject()) {
            return place.fault("This must be {}: an alert has no settings.", true);
        }
        Fields.of(place);
        return true;
    }

    private static Active active(Place place) {
        var fields = Fields.of(place, "from", "until");
        var from = fields.orNull("from", Instants::read);
        var until = fields.orNull("until", Instants::read);
        if (fields.isSilent()) {
            place.fault("This needs \"from\", \"until\" or both.", place);
        }
        if (from != null && until != null && !until.equals(Instant.EPOCH) && !from.isBefore(until)) {
            place.at("until").fault("This must be later than \"from\".", until);
        }
        return new Active(from, until);
    }

    private static List<Boost> boosts(Place place) {
        return place.list().stream()
                .map(each -> {
                    var fields = Fields.of(each, "when", "times");
                    return new Boost(
                            fields.needed("when", ConditionReader.NONE, ConditionReader::read),
                            fields.needed("times", BigDecimal.ONE, Numbers::amount));
                })
                .toList();
    }
}
