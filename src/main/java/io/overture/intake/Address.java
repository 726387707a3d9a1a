package io.overture.intake;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where somebody calls from, as limits count: an IPv4 address, or the network half of an IPv6 one. */
record Address(String value, boolean isThisMachine) {

    private static final int NETWORK_BYTES = 8;
    private static final int PROVIDER_BYTES = 6;

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

    /** Whom a proxy speaks for: never this machine, whatever it says. */
    static Address forwarded(InetAddress literal) {
        return new Address(of(literal).value(), false);
    }

    /** Of an IPv6 address, what a provider hands out whole (a /48): who has one has 65536 of the others. */
    Optional<String> provider() {
        return value.length() == 2 * NETWORK_BYTES && value.indexOf('.') < 0 && value.indexOf(':') < 0
                ? Optional.of(value.substring(0, 2 * PROVIDER_BYTES) + "/48")
                : Optional.empty();
    }

    private static Address of(InetAddress literal) {
        var value = literal instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES))
                : literal.getHostAddress();
        return new Address(value, literal.isLoopbackAddress());
    }
}
