/**
 * The demonstration only: its addresses and its time-lapse. Idle outside the profile of that name.
 */
@NullMarked
package io.overture.demo;

import org.jspecify.annotations.NullMarked;
