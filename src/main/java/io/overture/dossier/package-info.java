/**
 * What an advisor may read of the person in front of her: composed anew each time, by role and field by field, and each
 * opening is noted.
 */
@NullMarked
package io.overture.dossier;

import org.jspecify.annotations.NullMarked;
