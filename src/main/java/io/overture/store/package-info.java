/**
 * What is kept in Redis: visitors as values and how these are encoded, alarms, the leases of nodes, and the
 * marks that say whose Redis it is and how its keys are laid out. A commit writes a visitor's value, alarm and journal
 * together. Decides nothing about visitors, and leaves the way there to {@code redis}.
 */
@NullMarked
package io.overture.store;

import org.jspecify.annotations.NullMarked;
