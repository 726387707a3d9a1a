package io.overture.book;

import io.overture.document.Document;
import io.overture.document.Errors;
import io.overture.document.Fields;
import io.overture.document.Format;
import io.overture.document.Numbers;
import io.overture.document.Place;
import io.overture.document.Texts;
import io.overture.trigger.Book;
import io.overture.trigger.Limits;
import io.overture.visitor.Copy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * Reads a trigger book, or tells everything that is wrong with it at once. The grammar is in {@code docs/triggers.md};
 * what it leaves out has the values below.
 */
public final class BookReader {

    /** A thousand triggers have a kilobyte each. */
    static final int MOST_BYTES = 1024 * 1024;

    static final Limits USUAL_LIMITS =
            new Limits(1, Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(1), Duration.ZERO, null);
    static final Map<String, BigDecimal> USUAL_RELATIONSHIP = Map.of(Book.UNKNOWN, BigDecimal.ONE);
    static final Map<String, BigDecimal> NO_HOLDOUT = Map.of(Book.UNKNOWN, BigDecimal.ZERO);

    private static final int MOST_PER_SESSION = 1_000;
    private static final CurrencyUnit STAND_IN = CurrencyUnit.EUR;

    private final Map<String, Map<String, Copy>> house;

    /** {@code house}: the words there are without a book's, by name and language. */
    public BookReader(Map<String, Map<String, Copy>> house) {
        this.house = Map.copyOf(house);
    }

    public Reading read(byte[] text, Format format) {
        var errors = new Errors();
        var book = Document.read(text, format, MOST_BYTES, Document.DEEPEST, errors)
                .map(root -> read(new Place(root, "", errors)));
        return errors.isEmpty() && book.isPresent()
                ? new Reading.Valid(book.get())
                : new Reading.Invalid(errors.inOrder());
    }

    private Book read(Place place) {
        var fields = Fields.of(place, "currency", "limits", "relationship", "holdout", "floor", "copies", "triggers");
        var copies = fields.optional("copies", house, new CopyReader(house)::read);
        return new Book(
                fields.needed("currency", STAND_IN, BookReader::currency),
                fields.optional("limits", USUAL_LIMITS, BookReader::limits),
                fields.optional("relationship", USUAL_RELATIONSHIP, each -> byTier(each, Numbers::amount)),
                fields.optional("holdout", NO_HOLDOUT, BookReader::holdout),
                fields.optional("floor", BigDecimal.ZERO, Numbers::amount),
                copies,
                fields.needed("triggers", List.of(), new TriggerReader(copies.keySet())::readAll));
    }

    private static CurrencyUnit currency(Place place) {
        var code = Texts.text(place);
        try {
            return code.isEmpty() ? STAND_IN : CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            return place.fault("This must be a currency of ISO 4217 such as EUR.", STAND_IN);
        }
    }

    private static Limits limits(Place place) {
        var fields = Fields.of(place, "perSession", "cooldown", "afterDecline", "afterDismiss", "settle", "never");
        var afterDecline = fields.optional("afterDecline", USUAL_LIMITS.afterDecline(), Durations::orNone);
        return new Limits(
                fields.optional(
                        "perSession", USUAL_LIMITS.perSession(), each -> Numbers.whole(each, 0, MOST_PER_SESSION)),
                fields.optional("cooldown", USUAL_LIMITS.cooldown(), Durations::orNone),
                afterDecline,
                fields.optional("afterDismiss", afterDismiss(afterDecline), Durations::orNone),
                fields.optional("settle", USUAL_LIMITS.settle(), Durations::orNone),
                fields.orNull("never", ConditionReader::read));
    }

    /** A house that does not say: put away is never heard for longer than refused. */
    private static Duration afterDismiss(Duration afterDecline) {
        var usual = USUAL_LIMITS.afterDismiss();
        return afterDecline.compareTo(usual) < 0 ? afterDecline : usual;
    }

    /** One share is for all: those not known, and every tier of those who are. */
    private static Map<String, BigDecimal> holdout(Place place) {
        if (place.node().isObject()) {
            return byTier(place, Numbers::share);
        }
        var share = Numbers.share(place);
        return Map.of(Book.UNKNOWN, share, Book.CLIENT, share);
    }

    private static Map<String, BigDecimal> byTier(Place place, Function<Place, BigDecimal> reader) {
        if (!place.node().isObject()) {
            return place.fault("This must be a map of tiers to numbers.", Map.of());
        }
        var values = new HashMap<String, BigDecimal>();
        place.node().fieldNames().forEachRemaining(tier -> {
            if (tier.isBlank() || tier.length() > Texts.LONGEST_NAME) {
                place.at(tier).fault("A tier's name has 1 to %d characters.".formatted(Texts.LONGEST_NAME), tier);
            }
            values.put(tier, reader.apply(place.at(tier)));
        });
        return values;
    }
}
