package io.overture.trigger;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Nothing done for so long. */
public record Idle(Duration atLeast) implements Condition {

    @Override
    public Spans holds(Scene scene) {
        var active = scene.session().activity().active();
        return active == null ? Spans.NEVER : Spans.from(active.plus(atLeast));
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(Aspect.ACTIVE);
    }

    @Override
    public String words() {
        return Words.of("idle").with("atLeast", atLeast).toString();
    }
}
