package io.overture.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.overture.document.Format;
import io.overture.document.Mistake;
import io.overture.offer.HouseCopies;
import io.overture.trigger.Book;
import io.overture.trigger.Condition;
import io.overture.trigger.Trigger;
import java.util.List;

/** Books as tests write them: as little as there must be around the part in question. */
final class Written {

    private static final BookReader READER = new BookReader(new HouseCopies().byName());

    private Written() {}

    /** A book with these lines in it. */
    static String book(String lines) {
        return "currency: EUR\n" + lines + (lines.contains("triggers:") ? "" : "\ntriggers: []");
    }

    /** A book of one trigger with these fields, in place of those a trigger must have. */
    static String trigger(String fields) {
        var given = ", " + fields;
        return book("triggers: [{"
                + fields
                + (given.contains(", id:") ? "" : ", id: one")
                + (given.contains(", when:") ? "" : ", when: {cart: {atLeast: 1}}")
                + (given.contains(", intent:") ? "" : ", intent: 1")
                + (given.contains(", offer:") || given.contains(", alert:") ? "" : ", alert: {}")
                + "}]");
    }

    /** A book of one trigger with this condition. */
    static String when(String condition) {
        return trigger("when: " + condition);
    }

    static Reading yaml(String text) {
        return READER.read(text.getBytes(UTF_8), Format.YAML);
    }

    static Reading json(String text) {
        return READER.read(text.getBytes(UTF_8), Format.JSON);
    }

    static Reading bytes(byte[] bytes) {
        return READER.read(bytes, Format.YAML);
    }

    static Book valid(String text) {
        return switch (yaml(text)) {
            case Reading.Valid(var book) -> book;
            case Reading.Invalid(var errors) -> throw new AssertionError(text + "\n" + errors);
        };
    }

    static Trigger onlyTrigger(String text) {
        return valid(text).triggers().getFirst();
    }

    static Condition condition(String text) {
        return onlyTrigger(when(text)).when();
    }

    static List<Mistake> errors(Reading reading) {
        return switch (reading) {
            case Reading.Valid valid -> List.of();
            case Reading.Invalid(var errors) -> errors;
        };
    }

    static List<String> pointers(Reading reading) {
        return errors(reading).stream().map(Mistake::pointer).toList();
    }
}
