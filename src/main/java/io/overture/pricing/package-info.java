/**
 * What an advisor's slot costs: the ladder of prices by how many slots are busy, the staffing formulas it rests on, and
 * the door to ask <em>what if</em>. Pure but for the door.
 */
@NullMarked
package io.overture.pricing;

import org.jspecify.annotations.NullMarked;
