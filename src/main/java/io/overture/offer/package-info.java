/**
 * Approved words per language, holds on advisors with pacing, and the holdout. Never speaks by itself.
 */
@NullMarked
package io.overture.offer;

import org.jspecify.annotations.NullMarked;
