package io.overture.store;

import io.overture.visitor.Visitor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visitor as Redis holds her.
 *
 * @param nonce random, new with every commit
 * @param alarm when the durable alarm of hers is set; null: none
 * @param bytes the size of the value
 */
public record Stored(long nonce, Visitor visitor, @Nullable Instant alarm, int bytes) {}
