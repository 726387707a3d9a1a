/**
 * Desks and advisors: who they are, what they serve and when they are open. Who is there at the moment is no matter of
 * this room.
 */
@NullMarked
package io.overture.roster;

import org.jspecify.annotations.NullMarked;
