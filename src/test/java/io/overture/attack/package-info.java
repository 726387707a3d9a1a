/** What a hostile internet tries, bounded in time and on this machine only; {@code ./dev attack} prints it as a table. */
@NullMarked
package io.overture.attack;

import org.jspecify.annotations.NullMarked;
