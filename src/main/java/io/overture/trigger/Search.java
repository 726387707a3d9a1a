package io.overture.trigger;

import io.overture.visitor.Recent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Searches that found exactly so many. */
public record Search(List<Integer> results, Window window) implements Condition {

    public Search {
        results = List.copyOf(results);
    }

    @Override
    public Spans holds(Scene scene) {
        var searches = scene.session().searches().byResults();
        return window.over(results.stream()
                .distinct()
                .flatMap(found -> searches.getOrDefault(found, Recent.NEVER).newestFirst().stream()));
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(Aspect.SEARCHES);
    }

    @Override
    public String words() {
        return Words.of("search")
                .with("results", results)
                .with("atLeast", window.atLeast())
                .with("within", window.within())
                .toString();
    }
}
