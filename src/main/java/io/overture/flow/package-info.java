/**
 * The road everything takes: load, step, hold, commit, carry out the effects; the wheel and the sweep of alarms.
 * Knows neither the doors events come through nor the desk.
 */
@NullMarked
package io.overture.flow;

import org.jspecify.annotations.NullMarked;
