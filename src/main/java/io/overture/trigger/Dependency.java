package io.overture.trigger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a condition rests on.
 *
 * @param key what of the aspect matters: a category's path (views, engaged time), a topic (looks), an event's name
 *     (occurrences), a number of results (searches); null: all of it
 */
record Dependency(Aspect aspect, @Nullable Object key) {

    static List<Dependency> on(Aspect... aspects) {
        var all = new ArrayList<Dependency>();
        for (var aspect : aspects) {
            all.add(new Dependency(aspect, null));
        }
        return all;
    }

    /** One for each key; of none, the whole aspect. */
    static List<Dependency> on(Aspect aspect, Collection<?> keys) {
        return keys.isEmpty()
                ? on(aspect)
                : keys.stream().map(key -> new Dependency(aspect, key)).toList();
    }
}
