package io.overture.traffic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts by kind and name, bounded in names. Not for two threads at once. */
final class Counts {

    record Count(Kind kind, String name, long by) {}

    private static final class Tick {
        private long by;
    }

    private final Map<Kind, Map<String, Tick>> byKind = new EnumMap<>(Kind.class);

    void add(Kind kind, String name, long by) {
        if (by == 0) {
            return;
        }
        var known = byKind.get(kind);
        var ofKind = known != null ? known : byKind.computeIfAbsent(kind, fresh -> new HashMap<>());
        var tick = ofKind.get(name);
        if (tick == null) {
            boolean full = kind.most() > 0 && ofKind.size() >= kind.most();
            tick = ofKind.computeIfAbsent(full ? Kind.OTHER : name, fresh -> new Tick());
        }
        tick.by += by;
    }

    void add(Kind kind, String name) {
        add(kind, name, 1);
    }

    long of(Kind kind, String name) {
        var tick = byKind.getOrDefault(kind, Map.of()).get(name);
        return tick == null ? 0 : tick.by;
    }

    /** The most frequent first; {@link Kind#OTHER} last. */
    List<Count> of(Kind kind) {
        var counts = new ArrayList<Count>();
        byKind.getOrDefault(kind, Map.of()).forEach((name, tick) -> counts.add(new Count(kind, name, tick.by)));
        counts.sort((a, b) -> {
            boolean last = a.name().equals(Kind.OTHER);
            if (last != b.name().equals(Kind.OTHER)) {
                return last ? 1 : -1;
            }
            return a.by() == b.by() ? a.name().compareTo(b.name()) : Long.compare(b.by(), a.by());
        });
        return counts;
    }

    List<Count> all() {
        return byKind.keySet().stream().flatMap(kind -> of(kind).stream()).toList();
    }

    boolean isEmpty() {
        return byKind.isEmpty();
    }
}
