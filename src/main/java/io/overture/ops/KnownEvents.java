package io.overture.ops;

import io.overture.visitor.Event;
import java.util.Set;
import java.util.stream.Stream;

/** The event names we count by name: GA4's e-commerce names and ours. A browser could invent any number of others. */
final class KnownEvents {

    private static final Set<String> COUNTED_BESIDES = Set.of("view_promotion", "select_promotion", "sign_up");

    private KnownEvents() {}

    /** Every label there is. */
    static Stream<String> all() {
        return Stream.of(Event.KNOWN, COUNTED_BESIDES, Set.of(Family.OTHER)).flatMap(Set::stream);
    }

    /** The name, or {@code other}. */
    static String label(String name) {
        return Event.KNOWN.contains(name) || COUNTED_BESIDES.contains(name) ? name : Family.OTHER;
    }
}
