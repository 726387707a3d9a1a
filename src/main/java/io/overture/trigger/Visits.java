package io.overture.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, this one included.
 *
 * @param within null: ever
 */
public record Visits(int atLeast, @Nullable Duration within) implements Condition {

    @Override
    public Spans holds(Scene scene) {
        var began = new ArrayList<Instant>(scene.visitor().memory().visits().newestFirst());
        began.add(scene.session().activity().began());
        return within == null ? Spans.when(began.size() >= atLeast) : new Window(atLeast, within).over(began);
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(Aspect.MEMORY, Aspect.BEGAN);
    }

    @Override
    public String words() {
        return Words.of("visits")
                .with("atLeast", atLeast)
                .with("within", within)
                .toString();
    }
}
