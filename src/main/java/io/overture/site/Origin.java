package io.overture.site;

import java.util.Locale;
import java.util.Optional;
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
    private static final int MOST_DIGITS = 5;
    private static final int NO_PORT = -2;
    private static final String HTTP = "http";
    private static final String HTTPS = "https";
    private static final String AFTER_SCHEME = "://";
    /** What a browser sends; empty when it is absent, {@code null}, or no origin of the web. */
    public static Optional<Origin> parse(@Nullable String text) {
        return Optional.ofNullable(sent(text));
    }

    /** The same; null for empty. */
    static @Nullable Origin sent(@Nullable String text) {
        var origin = read(text);
        return origin == null || origin.port == ANY_PORT ? null : origin;
    }

    /** What a site's list says: as {@link #parse}, and {@code :*} for any port. */
    static Optional<Origin> allowed(@Nullable String text) {
        return Optional.ofNullable(read(text));
    }

    /** By hand, since it is done for each beacon: {@code http[s]://host[:port]}, in any case. */
    private static @Nullable Origin read(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        var scheme =
                lower.startsWith(HTTPS + AFTER_SCHEME) ? HTTPS : lower.startsWith(HTTP + AFTER_SCHEME) ? HTTP : null;
        if (scheme == null) {
            return null;
        }
        int from = scheme.length() + AFTER_SCHEME.length();
        int end = endOfHost(lower, from);
        if (end < 0) {
            return null;
        }
        int port = end == lower.length() ? ownPort(scheme) : port(lower, end);
        return port == NO_PORT ? null : new Origin(scheme, lower.substring(from, end), port);
    }

    /** A name, which begins and ends with a letter or a digit, or what brackets hold; -1: neither. */
    private static int endOfHost(String text, int from) {
        int end = from;
        if (text.startsWith("[", from)) {
            end++;
            while (end < text.length() && isOfAddress(text.charAt(end))) {
                end++;
            }
            return end > from + 1 && text.startsWith("]", end) ? end + 1 : -1;
        }
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        return end > from && isAlphanumeric(text.charAt(from)) && isAlphanumeric(text.charAt(end - 1)) ? end : -1;
    }

    /** After a colon one to five digits, or {@code *}. */
    private static int port(String text, int colon) {
        int digits = text.length() - colon - 1;
        if (text.charAt(colon) != ':' || digits < 1 || digits > MOST_DIGITS) {
            return NO_PORT;
        }
        if (digits == 1 && text.charAt(colon + 1) == '*') {
            return ANY_PORT;
        }
        int port = 0;
        for (int i = colon + 1; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return NO_PORT;
            }
            port = 10 * port + text.charAt(i) - '0';
        }
        return port > MOST_PORT ? NO_PORT : port;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAlphanumeric(char c) {
        return isDigit(c) || c >= 'a' && c <= 'z';
    }

    private static boolean isOfName(char c) {
        return isAlphanumeric(c) || c == '.' || c == '_' || c == '-';
    }

    private static boolean isOfAddress(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c == ':' || c == '.';
    }

    /** As browsers write it, without the scheme's own port. */
    public String text() {
        return scheme + "://" + host + (port == ownPort(scheme) ? "" : ":" + port);
    }

    boolean includes(Origin other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && (port == ANY_PORT || port == other.port);
    }

    private static int ownPort(String scheme) {
        return scheme.equals(HTTPS) ? 443 : 80;
    }
}
