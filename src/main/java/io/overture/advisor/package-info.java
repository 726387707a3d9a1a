/**
 * The advisors' side of the wire: the console they open, who may open it, and the socket by which it says and hears
 * everything. What they ask for goes the visitor's road; who is rung and what was said is the desk's matter.
 */
@NullMarked
package io.overture.advisor;

import org.jspecify.annotations.NullMarked;
