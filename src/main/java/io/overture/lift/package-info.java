/**
 * What invitations cause: the difference between those who were invited and those who were held back, with intervals
 * that say how sure it is. Estimators on sums alone, and the calculator's door. Pure but for the door.
 */
@NullMarked
package io.overture.lift;

import org.jspecify.annotations.NullMarked;
