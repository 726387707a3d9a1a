/**
 * What the house writes for us in YAML or JSON, read within bounds and with everything that is wrong told at once. What a
 * text means is for the room that asked for it.
 */
@NullMarked
package io.overture.document;

import org.jspecify.annotations.NullMarked;
