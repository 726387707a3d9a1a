package io.overture.visitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events by name, for the conditions that ask for a name: the last sixteen of each, of the 48 names heard latest, and
 * never more than 256 in all.
 */
public record Occurrences(Map<String, List<Occurrence>> byName) {

    public static final int MOST_NAMES = 48;
    public static final int MOST_IN_ALL = 256;
    public static final Occurrences NONE = new Occurrences(Map.of());

    private static final PackedList.Form<Occurrence> FORM = new PackedList.Form<>(1) {
        @Override
        void write(Occurrence each, long[] to, int at) {
            to[at] = each.at().toEpochMilli();
        }

        @Override
        @Nullable
        Object other(Occurrence each) {
            return each.params().isEmpty() ? null : each.params();
        }

        @Override
        @SuppressWarnings("unchecked")
        Occurrence read(long[] from, int at, @Nullable Object other) {
            return new Occurrence(
                    Instant.ofEpochMilli(from[at]), other == null ? Map.of() : (Map<String, String>) other);
        }
    };

    /** One time it happened, and the parameters it came with. */
    public record Occurrence(Instant at, Map<String, String> params) {
        public Occurrence {
            params = SmallMap.copyOf(params);
        }
    }

    public Occurrences {
        byName = SmallMap.copyOf(packed(byName));
    }

    Occurrences plus(Event event) {
        var next = SmallMap.with(
                byName, SharedValues.shared(event.name()), with(byName.getOrDefault(event.name(), List.of()), event));
        var kept = new Occurrences(Keep.newest(next, MOST_NAMES, Comparator.comparing(Occurrences::latest)));
        return kept.byName.values().stream().mapToInt(List::size).sum() > MOST_IN_ALL ? kept.withoutOldest() : kept;
    }

    /** Newest first. */
    public List<Occurrence> of(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The newer half. */
    Occurrences fewer() {
        if (byName.isEmpty()) {
            return this;
        }
        int most = byName.values().stream().mapToInt(List::size).sum() / 2;
        var fewer = this;
        while (fewer.byName.values().stream().mapToInt(List::size).sum() > most) {
            fewer = fewer.withoutOldest();
        }
        return fewer;
    }

    private Occurrences withoutOldest() {
        var name = byName.entrySet().stream()
                .min(Comparator.<Map.Entry<String, List<Occurrence>>>comparingLong(e ->
                                PackedList.number(e.getValue(), e.getValue().size() - 1, 0))
                        .thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        var fewer = PackedList.range(FORM, of(name), 0, of(name).size() - 1);
        return new Occurrences(fewer.isEmpty() ? SmallMap.without(byName, name) : SmallMap.with(byName, name, fewer));
    }

    private static List<Occurrence> with(List<Occurrence> newestFirst, Event event) {
        long at = event.at().toEpochMilli();
        int place = 0;
        while (place < newestFirst.size() && PackedList.number(newestFirst, place, 0) > at) {
            place++;
        }
        var added = new Occurrence(event.at(), SharedValues.shared(event.params()));
        var next = PackedList.with(FORM, newestFirst, place, added);
        return PackedList.range(FORM, next, 0, Math.min(next.size(), Recent.MOST));
    }

    private static Long latest(List<Occurrence> newestFirst) {
        return PackedList.number(newestFirst, 0, 0);
    }

    private static Map<String, List<Occurrence>> packed(Map<String, List<Occurrence>> byName) {
        for (var each : byName.values()) {
            if (!PackedList.isOne(each)) {
                var next = new HashMap<String, List<Occurrence>>();
                byName.forEach((name, all) -> next.put(name, packed(all)));
                return next;
            }
        }
        return byName;
    }

    private static List<Occurrence> packed(List<Occurrence> occurrences) {
        var shared = new ArrayList<Occurrence>(occurrences.size());
        for (var each : occurrences) {
            shared.add(new Occurrence(each.at(), SharedValues.shared(each.params())));
        }
        return PackedList.copyOf(FORM, shared);
    }
}
