/** What comes to each site, for whoever embeds it: counted by every node, told to Redis, read for the whole region. */
@NullMarked
package io.overture.traffic;

import org.jspecify.annotations.NullMarked;
