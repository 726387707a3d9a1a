/**
 * What an operator should know before it goes wrong: a small class for each thing that is looked at. Nothing here decides
 * anything, and nothing secret is said.
 */
@NullMarked
package io.overture.ops.doctor;

import org.jspecify.annotations.NullMarked;
