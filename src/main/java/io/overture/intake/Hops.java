package io.overture.intake;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From where a request really comes. Each proxy adds to the right of the header the address that called it, so the list is
 * walked from the right for as long as those who wrote it are ours: the first address that is not is the caller's, and
 * whatever stands further left is hearsay.
 *
 * @param believes whether there is a proxy at all; without one its headers are nobody's
 * @param isStandard {@code Forwarded} (RFC 7239) is read, and otherwise {@code X-Forwarded-For}
 * @param trusted the proxies; none means that whoever calls us directly is the only one
 */
record Hops(boolean believes, boolean isStandard, List<Network> trusted) {

    /** More than any way here has; who is further away is counted as the last of them. */
    static final int MOST = 16;

    private static final String FOR = "for";

    /** @param peer who is at the other end of the connection */
    Address caller(@Nullable String peer, List<String> header) {
        if (!believes || header.isEmpty()) {
            return Address.of(peer);
        }
        var direct = peer == null ? Optional.<InetAddress>empty() : Network.literal(peer);
        var hops = newestFirst(header);
        if (direct.isEmpty() || hops.isEmpty() || !isOurs(direct.get())) {
            return Address.of(peer);
        }
        var caller = direct.get();
        for (int i = 0; i < Math.min(hops.size(), MOST) && (i == 0 || isNamed(caller)); i++) {
            if (hops.get(i).isEmpty()) {
                break;
            }
            caller = hops.get(i).get();
        }
        return Address.forwarded(caller);
    }

    private boolean isOurs(InetAddress direct) {
        return trusted.isEmpty() || isNamed(direct);
    }

    private boolean isNamed(InetAddress hop) {
        for (var each : trusted) {
            if (each.holds(hop)) {
                return true;
            }
        }
        return false;
    }

    private List<Optional<InetAddress>> newestFirst(List<String> header) {
        var hops = new ArrayList<Optional<InetAddress>>();
        for (var line : header) {
            for (var element : line.split(",", -1)) {
                hops.addFirst(Network.literal(isStandard ? forOf(element) : element.strip()));
            }
        }
        return hops;
    }

    /** The first {@code for} of an element, without its quotes; empty: there is none. */
    private static String forOf(String element) {
        for (int from = 0; from <= element.length(); from = endOfPair(element, from) + 1) {
            int end = endOfPair(element, from);
            int equals = element.indexOf('=', from);
            if (equals >= 0
                    && equals < end
                    && element.substring(from, equals).strip().equalsIgnoreCase(FOR)) {
                return unquoted(element.substring(equals + 1, end).strip());
            }
        }
        return "";
    }

    private static int endOfPair(String element, int from) {
        int semicolon = element.indexOf(';', from);
        return semicolon < 0 ? element.length() : semicolon;
    }

    private static String unquoted(String value) {
        int from = value.startsWith("\"") ? 1 : 0;
        int quote = value.indexOf('"', from);
        return value.substring(from, quote < 0 ? value.length() : quote).strip();
    }
}
