/** What the native executable must hold, checked before it is built; and that what was built starts. */
@NullMarked
package io.overture.executable;

import org.jspecify.annotations.NullMarked;
