/**
 * The way to Redis: one Redis, the master that sentinels name, or the masters of a cluster, all behind {@link Lanes}. What a
 * command and a script are, how a lost answer and a refusal are told apart, who holds which key, and how Redis is: reached,
 * writable, safe, full. Knows no key and no value.
 */
@NullMarked
package io.overture.redis;

import org.jspecify.annotations.NullMarked;
