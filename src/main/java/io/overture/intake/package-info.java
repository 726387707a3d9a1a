/**
 * The doors for beacons, HTTP and frames: decoding, validation, consent, origin and rate. What passes goes to flow.
 */
@NullMarked
package io.overture.intake;

import org.jspecify.annotations.NullMarked;
