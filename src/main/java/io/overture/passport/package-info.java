/**
 * Passports between regions: what ours says of a visitor at their wish, which of others are honoured, and what goes back
 * home. Who asks at which door, and by which consent, is for {@code intake} to see.
 */
@NullMarked
package io.overture.passport;

import org.jspecify.annotations.NullMarked;
