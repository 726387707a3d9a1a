package io.overture.advisor;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whether a page of ours opens the socket. Credentials come in a header, which no foreign page can make a browser send;
 * this says no once more. Who sends no origin is no browser.
 */
final class Origins {

    private Origins() {}

    /** @param host as the request names it, with a port unless it is the scheme's own */
    static boolean isOurs(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
