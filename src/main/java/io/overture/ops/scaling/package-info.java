/**
 * How much the nodes of a region carry, told to each other every two seconds: how many there should be, and which of them
 * should send some of its pages elsewhere. Decisions are pure; Redis is asked for the figures and nothing else.
 */
@NullMarked
package io.overture.ops.scaling;

import org.jspecify.annotations.NullMarked;
