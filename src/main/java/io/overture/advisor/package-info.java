/**
 * The advisor socket: what a console says and hears. What it asks for goes the visitor's road; who is rung, what was said
 * and who is in the boutique is the desk's matter.
 */
@NullMarked
package io.overture.advisor;

import org.jspecify.annotations.NullMarked;
