package io.overture.trigger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the house knows her.
 *
 * @param known null: does not matter
 * @param tiers any of these; none means any
 */
public record KnownClient(@Nullable Boolean known, List<String> tiers) implements Condition {

    public KnownClient {
        tiers = List.copyOf(tiers);
    }

    @Override
    public Spans holds(Scene scene) {
        var client = scene.standing();
        boolean asKnown = known == null || known == (client != null);
        boolean inTier = tiers.isEmpty() || (client != null && client.tier() != null && tiers.contains(client.tier()));
        return Spans.when(asKnown && inTier);
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.CLIENT);
    }

    @Override
    public String words() {
        return Words.of("client").with("known", known).with("tier", tiers).toString();
    }
}
