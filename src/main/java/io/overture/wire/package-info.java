/**
 * What comes in over a wire: JSON read within the contract's bounds, everything wrong with it named by its place, and how
 * much of it is taken. Knows no room.
 */
@NullMarked
package io.overture.wire;

import org.jspecify.annotations.NullMarked;
