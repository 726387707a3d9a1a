/**
 * What assistance earned: attribution, the comparison with the holdout, the scorecard.
 */
@NullMarked
package io.overture.outcome;

import org.jspecify.annotations.NullMarked;
