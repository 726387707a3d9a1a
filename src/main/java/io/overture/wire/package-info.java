/**
 * What doors share: JSON read within the contract's bounds, everything wrong with it named by its place, how much of it is
 * taken, JSON written, and files handed out. Knows no room.
 */
@NullMarked
package io.overture.wire;

import org.jspecify.annotations.NullMarked;
