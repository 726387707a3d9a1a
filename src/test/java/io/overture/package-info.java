/** What the tests of all rooms share: real processes that die with the test, and the rules of the house. */
@NullMarked
package io.overture;

import org.jspecify.annotations.NullMarked;
