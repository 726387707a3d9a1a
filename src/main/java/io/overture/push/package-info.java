/**
 * Sockets, which node holds which, and delivery across nodes. A hint only: what matters is in the visitor.
 */
@NullMarked
package io.overture.push;

import org.jspecify.annotations.NullMarked;
