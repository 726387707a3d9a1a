/**
 * The operator's command line: what the executable does when it is asked for something else than to serve. A command
 * starts no server, needs no Redis, and speaks to nodes through their doors alone.
 */
@NullMarked
package io.overture.cli;

import org.jspecify.annotations.NullMarked;
