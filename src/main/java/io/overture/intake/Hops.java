package io.overture.intake;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*\"?([^\";]*)\"?");

    /** @param peer who is at the other end of the connection */
    Address caller(@Nullable String peer, List<String> header) {
        var direct = peer == null ? Optional.<InetAddress>empty() : Network.literal(peer);
        var hops = believes ? newestFirst(header) : List.<Optional<InetAddress>>of();
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
        return trusted.stream().anyMatch(each -> each.holds(hop));
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

    private static String forOf(String element) {
        var found = FOR.matcher(element);
        return found.find() ? found.group(1).strip() : "";
    }
}
