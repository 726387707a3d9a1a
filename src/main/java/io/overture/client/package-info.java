/**
 * What the house knows of a person: the directory and the signed identity. Nothing a browser says is trusted.
 */
@NullMarked
package io.overture.client;

import org.jspecify.annotations.NullMarked;
