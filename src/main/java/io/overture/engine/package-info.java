/**
 * One step of a visitor: fold, evaluate, choose, respect the limits, say when to look again. Pure: no I/O.
 */
@NullMarked
package io.overture.engine;

import org.jspecify.annotations.NullMarked;
