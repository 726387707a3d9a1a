package io.overture.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.client.ClientRecord;
import io.overture.client.History;
import io.overture.client.Profile;
import io.overture.trigger.Book;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who she is to the house. */
final class Person {

    private Person() {}

    /** By her token, else by her record. */
    static @Nullable JsonNode tier(Known known) {
        var client = known.client();
        var session = known.session();
        return client != null && client.tier() == null && profile(known).tier() != null
                ? Json.text(profile(known).tier())
                : Json.text(Book.tier(session == null ? null : session.standing()));
    }

    /** The region they came from with a passport, and no more of it. */
    static @Nullable JsonNode passport(Known known) {
        var session = known.session();
        var passport = session == null ? null : session.passport();
        return Json.text(passport == null || passport.pseudonym() == null ? null : passport.from());
    }

    /** {@code {count, lastAt?}}: earlier visits, of this browser or, when she is known, of any. */
    static @Nullable JsonNode visits(Known known) {
        var here = known.visitor().memory().visits().newestFirst();
        var session = known.visitor().session();
        var anywhere = known.record().map(ClientRecord::history).map(History::visits).orElse(List.of()).stream()
                .filter(each ->
                        session == null || each.isBefore(session.activity().began()))
                .toList();
        int count = Math.max(here.size(), anywhere.size());
        var last = Stream.concat(here.stream(), anywhere.stream()).max(Comparator.naturalOrder());
        return Json.with(Json.object().put("count", count), "lastAt", last.orElse(null));
    }

    static @Nullable JsonNode client(Known known) {
        return Json.text(known.record().map(ClientRecord::id).orElseGet(() -> {
            var client = known.client();
            return client == null ? null : client.id();
        }));
    }

    static @Nullable JsonNode name(Known known) {
        return Json.text(profile(known).name());
    }

    static @Nullable JsonNode salutation(Known known) {
        return Json.text(profile(known).salutation());
    }

    static @Nullable JsonNode sizes(Known known) {
        var sizes = profile(known).sizes();
        if (sizes.isEmpty()) {
            return null;
        }
        var json = Json.object();
        new TreeMap<>(sizes).forEach(json::put);
        return json;
    }

    static @Nullable JsonNode preferredChannel(Known known) {
        return Json.text(profile(known).preferredChannel());
    }

    /** Until when she wants to be left in peace: because she said so, or declined an invitation or put it away not
     * long ago. */
    static @Nullable JsonNode quietUntil(Known known) {
        var memory = known.visitor().memory();
        var limits = known.book().limits();
        return Json.instant(Stream.of(
                        Optional.ofNullable(profile(known).quietUntil()),
                        Optional.ofNullable(memory.refusedAt()).map(at -> at.plus(limits.afterDecline())),
                        Optional.ofNullable(memory.dismissedAt()).map(at -> at.plus(limits.afterDismiss())))
                .flatMap(Optional::stream)
                .filter(until -> until.isAfter(known.now()))
                .max(Comparator.<Instant>naturalOrder())
                .orElse(null));
    }

    /** {@code {id, name?}}: her own. */
    static @Nullable JsonNode advisor(Known known) {
        var id = profile(known).advisor();
        return id == null
                ? null
                : Json.with(
                        Json.object().put("id", id),
                        "name",
                        known.desks()
                                .advisor(id)
                                .map(seat -> seat.advisor().name())
                                .orElse(null));
    }

    static @Nullable JsonNode favourites(Known known) {
        var favourites = profile(known).favourites();
        var json = Json.object();
        Json.with(json, "categories", Json.texts(favourites.categories()));
        Json.with(json, "items", Json.texts(favourites.items()));
        return json.isEmpty() ? null : json;
    }

    static @Nullable JsonNode dates(Known known) {
        return Json.list(
                profile(known).dates(),
                date -> Json.object().put("what", date.what()).put("on", date.on()));
    }

    static @Nullable JsonNode contacts(Known known) {
        var contacts = profile(known).contacts();
        var json = Json.object();
        Json.with(json, "email", contacts.email());
        Json.with(json, "phone", contacts.phone());
        return json.isEmpty() ? null : json;
    }

    private static Profile profile(Known known) {
        return known.record().map(ClientRecord::profile).orElse(Profile.NONE);
    }
}
