package io.overture.trigger;

import io.overture.visitor.Occurrences.Occurrence;
import java.util.List;
import java.util.Map;

/**
 * Events of a name.
 *
 * @param where parameters and the canonical texts each may have; an event without the parameter does not count
 */
public record Happened(List<String> names, Window window, Map<String, List<String>> where) implements Condition {

    public Happened {
        names = List.copyOf(names);
        where = Map.copyOf(where);
    }

    @Override
    public Spans holds(Scene scene) {
        var occurrences = scene.session().occurrences();
        var times = scene.times(window.atLeast());
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) == i) {
                add(occurrences.of(names.get(i)), times);
            }
        }
        return window.over(times);
    }

    private void add(List<Occurrence> named, Times times) {
        for (int i = 0; i < named.size(); i++) {
            if (where.isEmpty() || matches(named.get(i))) {
                times.add(named.get(i).at().toEpochMilli());
            }
        }
    }

    private boolean matches(Occurrence occurrence) {
        for (var wanted : where.entrySet()) {
            var value = occurrence.params().get(wanted.getKey());
            if (value == null || !wanted.getValue().contains(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.OCCURRENCES, names);
    }

    @Override
    public String words() {
        return Words.of("event")
                .with("name", names)
                .with("atLeast", window.atLeast())
                .with("within", window.within())
                .with("where", where.isEmpty() ? null : where)
                .toString();
    }
}
