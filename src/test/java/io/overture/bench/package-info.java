/** Measures the packaged application from outside, beside a bare endpoint that does the least it could. Not a test. */
@NullMarked
package io.overture.bench;

import org.jspecify.annotations.NullMarked;
