/**
 * One trace from a beacon to an advisor's first word: which visitors are followed, the ids their spans have on every node,
 * and what a span may say. Never who somebody is. Nothing here does anything while tracing is off.
 */
@NullMarked
package io.overture.trace;

import org.jspecify.annotations.NullMarked;
