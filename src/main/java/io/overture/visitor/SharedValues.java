package io.overture.visitor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What visitors of a house have in common: its pieces, the texts that name them, events and their parameters. Of equal values
 * one is kept for all visitors, as long as no other takes its place. Values are immutable, so that it makes no difference but
 * to the heap; a visitor who says what nobody else does takes as much as without it.
 */
public final class SharedValues {

    /** A text that is longer is seldom said twice. */
    private static final int LONGEST = 48;

    /** A number that has more is one to call. */
    private static final int MOST_DIGITS = 7;

    /** Parameters whose values pages of the house say of themselves. */
    private static final Set<String> PARAMS = Set.of("currency", "value", "topic", "item_id", "results");

    /**
     * A power of two: more than a large house has pieces viewed in an hour. With what is longest and shared nowhere else, this
     * is 11 MB of heap: 136 bytes for a text, and up to 1,200 for an item or parameters.
     */
    private static final int PLACES = 8_192;

    /** Written without a lock: what another thread sees late, or not, is one more that is not shared. */
    private static final @Nullable Object[] TEXTS = new @Nullable Object[PLACES];

    private static final @Nullable Object[] VALUES = new @Nullable Object[PLACES];

    private SharedValues() {}

    /** An equal text, if it is a name and there is one the same as others have. */
    public static String shared(String text) {
        return isName(text) ? shared(TEXTS, text) : text;
    }

    /** The same of a text of the catalogue, which may have spaces. */
    static @Nullable String sharedWords(@Nullable String text) {
        return text != null && areWords(text) ? shared(TEXTS, text) : text;
    }

    /** An equal item of equal texts. */
    static Item shared(Item item) {
        boolean mayBeKept = isName(item.id())
                && (item.name() == null || areWords(item.name()))
                && (item.brand() == null || areWords(item.brand()))
                && areWords(item.category().path());
        var known = mayBeKept ? known(VALUES, item) : null;
        return known != null ? known : mayBeKept ? shared(VALUES, item.ofSharedTexts()) : item.ofSharedTexts();
    }

    /** Equal parameters of an event; the same, if there is one among them whose value a visitor may have written. */
    static Map<String, String> shared(Map<String, String> params) {
        if (params.isEmpty() || !areOfTheHouse(params)) {
            return params;
        }
        var known = known(VALUES, params);
        if (known != null) {
            return known;
        }
        var copy = HashMap.<String, String>newHashMap(params.size());
        params.forEach((name, value) -> copy.put(shared(name), shared(value)));
        return shared(VALUES, SmallMap.copyOf(copy));
    }

    private static boolean areOfTheHouse(Map<String, String> params) {
        for (var each : params.entrySet()) {
            if (!PARAMS.contains(each.getKey()) || !isName(each.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** An id, an event, a topic, a number: neither what people write nor how they are reached. In one loop: each fold asks. */
    private static boolean isName(String text) {
        int length = text.length();
        boolean hasLetter = false;
        for (int i = 0; i < length && i <= LONGEST; i++) {
            char each = text.charAt(i);
            if (!isOfAName(each)) {
                return false;
            }
            hasLetter |= each >= 'A' && each <= 'z' && each != '_';
        }
        return length <= LONGEST && (hasLetter || length <= MOST_DIGITS || digits(text) <= MOST_DIGITS);
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    private static boolean isOfAName(int each) {
        return each >= 'a' && each <= 'z'
                || each >= 'A' && each <= 'Z'
                || each >= '0' && each <= '9'
                || "_-./:".indexOf(each) >= 0;
    }

    /** Neither an address nor a number to call. */
    private static boolean areWords(String text) {
        return text.length() <= LONGEST
                && text.indexOf('@') < 0
                && (digits(text) <= MOST_DIGITS || text.chars().anyMatch(Character::isLetter));
    }

    /** Whether it is the one that all share. */
    static boolean has(Object value) {
        return switch (value) {
            case String text -> text == TEXTS[place(text)];
            case Item item -> item == VALUES[place(item)];
            case Map<?, ?> params -> params == VALUES[place(params)];
            default -> false;
        };
    }

    private static <T> T shared(@Nullable Object[] all, T value) {
        var known = known(all, value);
        if (known == null) {
            all[place(value)] = value;
            return value;
        }
        return known;
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable T known(@Nullable Object[] all, T value) {
        var known = all[place(value)];
        return value.equals(known) ? (T) known : null;
    }

    private static int place(Object value) {
        int hash = value.hashCode();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
