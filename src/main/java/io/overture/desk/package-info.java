/**
 * Advisors: presence, hours, languages, routing, claims, conversations and the console socket.
 */
@NullMarked
package io.overture.desk;

import org.jspecify.annotations.NullMarked;
