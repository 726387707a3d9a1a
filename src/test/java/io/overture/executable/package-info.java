/** What the native executable must hold, checked before it is built, and what only it and the package show once built. */
@NullMarked
package io.overture.executable;

import org.jspecify.annotations.NullMarked;
