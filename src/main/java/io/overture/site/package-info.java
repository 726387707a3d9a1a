/** The storefronts we serve: their keys, origins, identity and trust, as configured. Knows nothing of who uses that. */
@NullMarked
package io.overture.site;

import org.jspecify.annotations.NullMarked;
