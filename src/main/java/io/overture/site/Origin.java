package io.overture.site;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page comes from, as browsers serialize it (RFC 6454): scheme, host, port. In a site's list the port may be any.
 *
 * @param host in lower case; an IPv6 address with its brackets
 * @param port the scheme's own when none is written; {@link #ANY_PORT} in a site's list
 */
public record Origin(String scheme, String host, int port) {

    static final int ANY_PORT = -1;

    private static final int LONGEST = 300;
    private static final int MOST_PORT = 65_535;
    private static final Pattern SHAPE =
            Pattern.compile("(https?)://([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\\[[0-9a-f:.]+])(?::([0-9]{1,5}|\\*))?");

    /** What a browser sends; empty when it is absent, {@code null}, or no origin of the web. */
    public static Optional<Origin> parse(@Nullable String text) {
        return allowed(text).filter(origin -> origin.port != ANY_PORT);
    }

    /** What a site's list says: as {@link #parse}, and {@code :*} for any port. */
    static Optional<Origin> allowed(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = SHAPE.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = port(parts.group(1), parts.group(3));
        return port > MOST_PORT ? Optional.empty() : Optional.of(new Origin(parts.group(1), parts.group(2), port));
    }

    /** As browsers write it, without the scheme's own port. */
    public String text() {
        return scheme + "://" + host + (port == ownPort(scheme) ? "" : ":" + port);
    }

    boolean includes(Origin other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && (port == ANY_PORT || port == other.port);
    }

    private static int port(String scheme, @Nullable String written) {
        if (written == null) {
            return ownPort(scheme);
        }
        return written.equals("*") ? ANY_PORT : Integer.parseInt(written);
    }

    private static int ownPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
