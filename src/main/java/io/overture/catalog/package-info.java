/**
 * Items, their prices, and the currencies they are compared in.
 */
@NullMarked
package io.overture.catalog;

import org.jspecify.annotations.NullMarked;
