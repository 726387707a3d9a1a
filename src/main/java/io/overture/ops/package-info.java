/**
 * Running the service: scaling signal, health, drain and metrics. No other room may lean on it.
 */
@NullMarked
package io.overture.ops;

import org.jspecify.annotations.NullMarked;
