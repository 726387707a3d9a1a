/**
 * What becomes of a client after the purchase: what the shop's backend tells, the follow-ups it calls for, and the signal
 * that she may be leaving.
 */
@NullMarked
package io.overture.aftercare;

import org.jspecify.annotations.NullMarked;
