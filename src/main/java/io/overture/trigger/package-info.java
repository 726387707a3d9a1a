/**
 * The trigger book and its conditions: when each holds, what it is worth, and why. Pure: no framework, no clock.
 */
@NullMarked
package io.overture.trigger;

import org.jspecify.annotations.NullMarked;
