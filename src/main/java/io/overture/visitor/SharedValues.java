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

    /** Parameters whose values pages of the house say of themselves; what a visitor types is never kept here. */
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

    /** An equal text, if there is one the same as others have. */
    public static String shared(String text) {
        return isShort(text) ? shared(TEXTS, text) : text;
    }

    /** An equal item of equal texts. */
    static Item shared(Item item) {
        boolean isShort = isShort(item.id())
                && isShort(item.name())
                && isShort(item.brand())
                && isShort(item.category().path());
        var known = isShort ? known(VALUES, item) : null;
        return known != null ? known : isShort ? shared(VALUES, item.ofSharedTexts()) : item.ofSharedTexts();
    }

    private static boolean isShort(@Nullable String text) {
        return text == null || text.length() <= LONGEST;
    }

    static @Nullable String sharedOrNull(@Nullable String text) {
        return text == null ? null : shared(text);
    }

    /** Equal parameters of an event; the same, if there is one among them whose value a visitor may have written. */
    static Map<String, String> shared(Map<String, String> params) {
        boolean isOfTheHouse = PARAMS.containsAll(params.keySet());
        if (params.isEmpty() || !isOfTheHouse) {
            return params;
        }
        var known = known(VALUES, params);
        if (known != null) {
            return known;
        }
        var copy = HashMap.<String, String>newHashMap(params.size());
        boolean isShort = true;
        for (var each : params.entrySet()) {
            copy.put(shared(each.getKey()), shared(each.getValue()));
            isShort &= isShort(each.getValue());
        }
        var small = SmallMap.copyOf(copy);
        return isShort ? shared(VALUES, small) : small;
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
