package io.overture.visitor;

import java.time.Instant;

/**
 * A withdrawal of consent, or an erasure.
 *
 * @param at when the visitor said so
 * @param heard when it last reached us: it is remembered for a day from then
 */
public record Withdrawal(Instant at, Instant heard) {}
