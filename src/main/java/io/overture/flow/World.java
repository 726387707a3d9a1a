package io.overture.flow;

import io.overture.trigger.Facts;
import io.overture.visitor.VisitorKey;

/** What is true for a visitor at this instant. */
@FunctionalInterface
public interface World {
    Facts facts(VisitorKey key);
}
