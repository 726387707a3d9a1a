package io.overture.trigger;

import java.time.Duration;
import java.util.List;

/** Nothing done for so long. */
public record Idle(Duration atLeast) implements Condition {

    @Override
    public Spans holds(Scene scene) {
        var active = scene.session().activity().active();
        return active == null ? Spans.NEVER : Spans.from(active.plus(atLeast));
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.ACTIVE);
    }

    @Override
    public String words() {
        return Words.of("idle").with("atLeast", atLeast).toString();
    }
}
