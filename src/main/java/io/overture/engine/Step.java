package io.overture.engine;

import io.overture.visitor.Visitor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step makes of a visitor.
 *
 * @param changed whether {@code visitor} differs from the one before
 * @param receipts one for each input, in order
 * @param effects for her tabs, after the commit
 * @param entries for the journal, in the commit
 * @param wakeAt when to look again if nothing happens before; null: never
 * @param sight what was worked out on the way, for the next step
 */
public record Step(
        Visitor visitor,
        boolean changed,
        List<Receipt> receipts,
        List<Effect> effects,
        List<Entry> entries,
        @Nullable Instant wakeAt,
        @Nullable Sight sight) {

    public Step {
        receipts = List.copyOf(receipts);
        effects = List.copyOf(effects);
        entries = List.copyOf(entries);
    }
}
