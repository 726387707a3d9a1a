package io.overture.trigger;

import io.overture.visitor.Occurrences.Occurrence;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        return window.over(names.stream()
                .distinct()
                .flatMap(name -> occurrences.of(name).stream())
                .filter(this::matches)
                .map(Occurrence::at));
    }

    private boolean matches(Occurrence occurrence) {
        return where.entrySet().stream().allMatch(wanted -> {
            var value = occurrence.params().get(wanted.getKey());
            return value != null && wanted.getValue().contains(value);
        });
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(Aspect.OCCURRENCES);
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
