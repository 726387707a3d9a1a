package io.overture.intake;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where somebody calls from, as limits count: an IPv4 address, or the network half of an IPv6 one. */
record Address(String value, boolean isThisMachine) {

    private static final int NETWORK_BYTES = 8;

    /** Anything that is no address literal is a place of its own; nothing is looked up. */
    static Address of(@Nullable String host) {
        if (host == null) {
            return new Address("", false);
        }
        try {
            return of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return new Address(host, false);
        }
    }

    private static Address of(InetAddress literal) {
        var value = literal instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES))
                : literal.getHostAddress();
        return new Address(value, literal.isLoopbackAddress());
    }
}
