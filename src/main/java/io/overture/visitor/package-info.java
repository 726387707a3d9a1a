/**
 * The visitor as a value: her memory, her session, the events that may happen to her, and how they fold.
 * Pure: no framework, no clock, no store.
 */
@NullMarked
package io.overture.visitor;

import org.jspecify.annotations.NullMarked;
