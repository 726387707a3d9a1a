/** The wire contract, walked through from outside: one packaged node, real sockets, a real Redis. */
@NullMarked
package io.overture.protocol;

import org.jspecify.annotations.NullMarked;
