/** What a release leaves to the next ones, and whether they can live with it. */
@NullMarked
package io.overture.release;

import org.jspecify.annotations.NullMarked;
