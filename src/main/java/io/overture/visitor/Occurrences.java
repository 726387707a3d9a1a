package io.overture.visitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events by name, for the conditions that ask for a name: the last sixteen of each, of the 48 names heard latest, and
 * never more than 256 in all.
 */
public record Occurrences(Map<String, List<Occurrence>> byName) {

    public static final int MOST_NAMES = 48;
    public static final int MOST_IN_ALL = 256;
    public static final Occurrences NONE = new Occurrences(Map.of());

    /** One time it happened, and the parameters it came with. */
    public record Occurrence(Instant at, Map<String, String> params) {
        public Occurrence {
            params = Map.copyOf(params);
        }
    }

    public Occurrences {
        byName = Map.copyOf(byName);
    }

    Occurrences plus(Event event) {
        var next = new HashMap<>(byName);
        next.put(event.name(), with(byName.getOrDefault(event.name(), List.of()), event));
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
                .min(Comparator.<Map.Entry<String, List<Occurrence>>, Instant>comparing(
                                e -> e.getValue().getLast().at())
                        .thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        var next = new HashMap<>(byName);
        var fewer = of(name).subList(0, of(name).size() - 1);
        if (fewer.isEmpty()) {
            next.remove(name);
        } else {
            next.put(name, List.copyOf(fewer));
        }
        return new Occurrences(next);
    }

    private static List<Occurrence> with(List<Occurrence> newestFirst, Event event) {
        var next = new ArrayList<>(newestFirst);
        int place = 0;
        while (place < next.size() && next.get(place).at().isAfter(event.at())) {
            place++;
        }
        next.add(place, new Occurrence(event.at(), event.params()));
        return List.copyOf(next.size() > Recent.MOST ? next.subList(0, Recent.MOST) : next);
    }

    private static Instant latest(List<Occurrence> newestFirst) {
        return newestFirst.getFirst().at();
    }
}
