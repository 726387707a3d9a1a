package io.overture.trigger;

import io.overture.visitor.Recent;
import java.util.List;

/** Searches that found exactly so many. */
public record Search(List<Integer> results, Window window) implements Condition {

    public Search {
        results = List.copyOf(results);
    }

    @Override
    public Spans holds(Scene scene) {
        var searches = scene.session().searches().byResults();
        var times = scene.times(window.atLeast());
        for (int i = 0; i < results.size(); i++) {
            if (results.indexOf(results.get(i)) == i) {
                times.add(searches.getOrDefault(results.get(i), Recent.NEVER));
            }
        }
        return window.over(times);
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.SEARCHES, results);
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
