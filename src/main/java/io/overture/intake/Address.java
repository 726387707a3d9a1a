package io.overture.intake;

import io.overture.visitor.Handle;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where somebody calls from, as limits count: an IPv4 address, or the network half of an IPv6 one. */
record Address(String value, boolean isThisMachine) {

    private static final int NETWORK_BYTES = 8;
    private static final int PROVIDER_BYTES = 6;
    /** Sixty bits: no two networks that call at once share them. */
    private static final int PLACE_CHARACTERS = 10;

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

    /** Digests of the address and of its provider's network, for limits that hold at every node; none of this machine. */
    List<String> places() {
        return isThisMachine
                ? List.of()
                : Stream.concat(Stream.of(value), provider().stream())
                        .map(place -> Handle.digest("place:" + place).substring(0, PLACE_CHARACTERS))
                        .toList();
    }

    private static Address of(InetAddress literal) {
        var value = literal instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES))
                : literal.getHostAddress();
        return new Address(value, literal.isLoopbackAddress());
    }
}
