/**
 * The advisors' side of the wire: the console they open, and who may open it. What they do there is decided elsewhere.
 */
@NullMarked
package io.overture.advisor;

import org.jspecify.annotations.NullMarked;
