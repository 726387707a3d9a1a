package io.overture.client;

import io.overture.client.History.Note;
import io.overture.client.History.Order;
import io.overture.client.History.Piece;
import io.overture.client.History.Talk;
import io.overture.client.Profile.Contacts;
import io.overture.client.Profile.Favourites;
import io.overture.client.Profile.Occasion;
import io.overture.visitor.Language;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a client's record from JSON; {@code docs/clients.md} has its fields and bounds. */
public final class RecordReader {

    static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "salutation",
            "tier",
            "language",
            "sizes",
            "favourites",
            "purchases",
            "dates",
            "notes",
            "preferredChannel",
            "advisor",
            "contacts",
            "quietUntil",
            "conversations",
            "visits",
            "dealings",
            "signalledAt");

    private final Form form;

    RecordReader(Form form) {
        this.form = form;
    }

    Profile profile() {
        var favourites = form.object("favourites");
        var contacts = form.object("contacts");
        return new Profile(
                form.text("name", Bounds.NAME),
                form.text("salutation", Bounds.WORD),
                form.text("tier", Bounds.WORD),
                language(),
                form.textsByName("sizes", Profile.MOST_SIZES, Bounds.WORD),
                new Favourites(
                        favourites.texts("categories", Profile.MOST_FAVOURITES, Bounds.PATH),
                        favourites.texts("items", Profile.MOST_FAVOURITES, Bounds.PATH)),
                form.list("dates", Profile.MOST_DATES, RecordReader::occasion),
                form.text("preferredChannel", Bounds.WORD),
                form.text("advisor", Bounds.WORD),
                new Contacts(contacts.text("email", Bounds.NAME), contacts.text("phone", Bounds.WORD)),
                form.instant("quietUntil"));
    }

    /** What is there replaces what was; what is not mentioned stays as it was. */
    History history(History before) {
        var next = before;
        next = folded(
                next,
                "purchases",
                History.MOST_PURCHASES,
                RecordReader::order,
                had -> had.withPurchases(List.of()),
                (had, order) -> had.purchased(order, true));
        next = folded(
                next, "notes", History.MOST_NOTES, RecordReader::note, had -> had.withNotes(List.of()), History::noted);
        next = folded(
                next,
                "conversations",
                History.MOST_CONVERSATIONS,
                RecordReader::talk,
                had -> had.withConversations(List.of()),
                History::talked);
        next = folded(
                next,
                "dealings",
                History.MOST_DEALINGS,
                RecordReader::dealing,
                had -> had.withDealings(List.of()),
                History::dealt);
        if (form.has("visits")) {
            next = next.withVisits(List.of());
            for (Instant visit : form.instants("visits", History.MOST_VISITS)) {
                next = next.visited(visit);
            }
        }
        var signalled = form.instant("signalledAt");
        return signalled == null ? next : next.signalled(signalled);
    }

    private <T> History folded(
            History before,
            String name,
            int most,
            Function<Form, T> reader,
            Function<History, History> emptied,
            BiFunction<History, T, History> fold) {
        if (!form.has(name)) {
            return before;
        }
        var next = emptied.apply(before);
        for (var each : form.list(name, most, reader)) {
            next = fold.apply(next, each);
        }
        return next;
    }

    private @Nullable String language() {
        var tag = form.text("language", Bounds.LANGUAGE);
        if (tag != null && Language.of(tag).isEmpty()) {
            form.flaw("language", "This must be a language tag such as fr, fr-CA or zh-Hant.");
        }
        return Language.mended(tag);
    }

    /** A line of an order, as records and events have it. */
    public static Piece piece(Form line) {
        return new Piece(
                line.neededText("item", Bounds.PATH),
                line.text("name", Bounds.NAME),
                line.text("category", Bounds.PATH),
                line.price());
    }

    private static Order order(Form order) {
        return new Order(
                order.neededText("transaction", Bounds.ID),
                order.neededInstant("at"),
                order.list("items", History.MOST_PIECES, RecordReader::piece));
    }

    private static Occasion occasion(Form date) {
        var on = date.neededText("on", Bounds.WORD);
        try {
            if (on.startsWith("--")) {
                MonthDay.parse(on);
            } else if (!on.isEmpty()) {
                LocalDate.parse(on);
            }
        } catch (DateTimeException e) {
            date.flaw("on", "This must be a date such as 2027-06-14, or --06-14 for every year.");
        }
        return new Occasion(date.neededText("what", Bounds.NAME), on);
    }

    private static Note note(Form note) {
        return new Note(
                note.neededText("id", Bounds.ID),
                note.neededInstant("at"),
                note.neededText("by", Bounds.WORD),
                note.neededText("text", Bounds.TEXT));
    }

    private static Talk talk(Form talk) {
        return new Talk(
                talk.neededText("id", Bounds.ID),
                talk.neededInstant("at"),
                talk.neededText("advisor", Bounds.WORD),
                talk.text("summary", Bounds.TEXT));
    }

    private static Dealing dealing(Form dealing) {
        return new Dealing(
                dealing.neededText("id", Bounds.ID),
                dealing.neededWord("type", Dealing.Type.BY_WORD, Dealing.Type.ORDER_PLACED),
                dealing.neededInstant("at"),
                dealing.text("order", Bounds.ID),
                dealing.text("item", Bounds.PATH),
                dealing.text("note", Bounds.TEXT));
    }
}
