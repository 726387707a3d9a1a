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

    private static final int IPV4_BYTES = 4;
    private static final int MOST_DIGITS = 3;
    private static final int MOST_BYTE = 255;
    private static final int NETWORK_BYTES = 8;
    private static final int PROVIDER_BYTES = 6;
    /** Sixty bits: no two networks that call at once share them. */
    private static final int PLACE_CHARACTERS = 10;

    /** Anything that is no address literal is a place of its own; nothing is looked up. */
    static Address of(@Nullable String host) {
        if (host == null) {
            return new Address("", false);
        }
        if (isPlainIpv4(host)) {
            return new Address(host, host.startsWith("127."));
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

    /** Four numbers as an {@link InetAddress} writes them, which is how nearly all come: they need not be read to be kept. */
    private static boolean isPlainIpv4(String host) {
        int numbers = 0;
        int from = 0;
        while (from <= host.length()) {
            int dot = host.indexOf('.', from);
            int end = dot < 0 ? host.length() : dot;
            if (!isPlainByte(host, from, end)) {
                return false;
            }
            numbers++;
            from = end + 1;
        }
        return numbers == IPV4_BYTES;
    }

    private static boolean isPlainByte(String host, int from, int end) {
        int digits = end - from;
        if (digits < 1 || digits > MOST_DIGITS || digits > 1 && host.charAt(from) == '0') {
            return false;
        }
        int number = 0;
        for (int i = from; i < end; i++) {
            char c = host.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            number = 10 * number + c - '0';
        }
        return number <= MOST_BYTE;
    }

    private static Address of(InetAddress literal) {
        var value = literal instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES))
                : literal.getHostAddress();
        return new Address(value, literal.isLoopbackAddress());
    }
}
