package io.overture.redis;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a Redis listens. */
record Endpoint(String host, int port) {

    private static final int USUAL_PORT = 6379;
    private static final Pattern URL =
            Pattern.compile("(?<scheme>[a-z]+)://(?<user>.*@)?(?<place>[^/?@]+)(?<path>/[^?]*)?(?<query>\\?.*)?");

    /** @param place {@code host:port}, the host perhaps an IPv6 address, with or without brackets */
    static Endpoint of(String place) {
        int colon = place.lastIndexOf(':');
        if (colon < 0 || place.endsWith("]")) {
            return new Endpoint(bare(place), USUAL_PORT);
        }
        return new Endpoint(bare(place.substring(0, colon)), Integer.parseInt(place, colon + 1, place.length(), 10));
    }

    /** Of an address as in {@code quarkus.redis.hosts}. */
    static Endpoint ofUrl(String url) {
        return of(parts(url).group("place"));
    }

    /** The same address with this place in it: scheme, credentials and parameters stay; a cluster has no databases. */
    String in(String url) {
        var parts = parts(url);
        return in(parts, said(parts, "user"), said(parts, "query"));
    }

    /** As {@link #in}, the database with it. */
    String withDatabaseIn(String url) {
        var parts = parts(url);
        return in(parts, said(parts, "user"), said(parts, "path") + said(parts, "query"));
    }

    /** Nothing but the scheme and this place. */
    String alone(String url) {
        return in(parts(url), "", "");
    }

    private String in(Matcher parts, String user, String rest) {
        return parts.group("scheme") + "://" + user + this + rest;
    }

    private static String said(Matcher parts, String group) {
        return Objects.toString(parts.group(group), "");
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static Matcher parts(String url) {
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a Redis address, as redis://host:6379 is one");
        }
        return parts;
    }
}
