/**
 * What is kept in Redis: visitor values, alarms, what is written to the journal, shards, and the Lua scripts that change them.
 * Decides nothing about visitors.
 */
@NullMarked
package io.overture.store;

import org.jspecify.annotations.NullMarked;
