package io.overture.document;

import io.overture.visitor.Language;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Words: free ones, names, languages, and those of a fixed list. */
public final class Texts {

    /** As long as a value of a beacon may be. */
    public static final int LONGEST = 512;
    /** As long as a name on the wire may be. */
    public static final int LONGEST_NAME = 40;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Texts() {}

    public static String text(Place place) {
        return upTo(LONGEST, place);
    }

    /** The name of an event, a parameter or a topic. */
    public static String name(Place place) {
        return upTo(LONGEST_NAME, place);
    }

    /** Something's own name, fit for a metric and a log. */
    public static String id(Place place) {
        var id = text(place);
        return id.isEmpty() || isId(id)
                ? id
                : place.fault("This must be letters, digits, \".\", \"_\" and \"-\" only, at most 64.", id);
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    public static boolean isTrue(Place place) {
        return place.node().isBoolean()
                ? place.node().booleanValue()
                : place.fault("This must be true or false.", false);
    }

    /** A BCP 47 tag, whichever way it is {@linkplain Language written}. */
    public static String language(Place place) {
        var text = text(place);
        return text.isEmpty()
                ? text
                : Language.of(text)
                        .map(Language::tag)
                        .orElseGet(
                                () -> place.fault("This must be a language tag such as fr, fr-CA or zh-Hant.", text));
    }

    public static String country(Place place) {
        var code = text(place);
        return code.isEmpty() || List.of(Locale.getISOCountries()).contains(code.toUpperCase(Locale.ROOT))
                ? code
                : place.fault("This must be a country of ISO 3166 such as FR or JP.", code);
    }

    /** One of a fixed list of words. */
    public static String oneOf(Collection<String> known, Place place) {
        var word = text(place);
        return word.isEmpty() || known.contains(word)
                ? word
                : place.fault("\"%s\" is not known here.%s".formatted(shown(word), Nearest.hint(word, known)), word);
    }

    /** What one of a fixed list of words stands for. */
    public static <T> T oneOf(Map<String, T> known, T standIn, Place place) {
        return known.getOrDefault(oneOf(known.keySet(), place), standIn);
    }

    public static String shown(String word) {
        return word.length() > LONGEST_NAME ? word.substring(0, LONGEST_NAME) + "…" : word;
    }

    private static String upTo(int most, Place place) {
        var node = place.node();
        if (node.isNumber() || node.isBoolean()) {
            return place.fault("This must be text: put it in quotes.", "");
        }
        if (!node.isTextual()) {
            return place.fault("This must be text.", "");
        }
        if (node.textValue().isBlank()) {
            return place.fault("This must not be empty.", "");
        }
        return node.textValue().length() > most
                ? place.fault("This must have at most %d characters.".formatted(most), "")
                : node.textValue();
    }
}
