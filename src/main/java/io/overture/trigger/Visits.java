package io.overture.trigger;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, this one included.
 *
 * @param within null: ever
 */
public record Visits(int atLeast, @Nullable Duration within) implements Condition {

    @Override
    public Spans holds(Scene scene) {
        var began = scene.times(atLeast);
        began.add(scene.visitor().memory().visits());
        began.add(scene.session().activity().began().toEpochMilli());
        return within == null ? Spans.when(began.total() >= atLeast) : new Window(atLeast, within).over(began);
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.MEMORY, Aspect.BEGAN);
    }

    @Override
    public String words() {
        return Words.of("visits")
                .with("atLeast", atLeast)
                .with("within", within)
                .toString();
    }
}
