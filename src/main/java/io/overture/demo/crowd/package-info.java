/**
 * Visitors who are not there: a synthetic crowd that walks through the demo boutique by the real doors, so that somebody
 * is about. In the demo only; it never accepts an invitation, and so never takes an advisor's time.
 */
@NullMarked
package io.overture.demo.crowd;

import org.jspecify.annotations.NullMarked;
