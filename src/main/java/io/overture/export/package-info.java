/**
 * The journal sent to Kafka: one node at a time, by a lease, from a cursor in Redis. Decides nothing, and reads nothing but
 * the journal; off, and without a cost, unless a topic is set.
 */
@NullMarked
package io.overture.export;

import org.jspecify.annotations.NullMarked;
