package io.overture.intake;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses that begin alike, as {@code 10.0.0.0/8} or one address writes it. */
record Network(InetAddress base, int bits) {

    private static final int MOST_PORT_DIGITS = 5;

    /** Empty for what is no literal: names are not looked up. */
    static Optional<Network> of(String text) {
        int slash = text.indexOf('/');
        return literal(slash < 0 ? text : text.substring(0, slash)).flatMap(base -> {
            int most = base.getAddress().length * Byte.SIZE;
            if (slash < 0) {
                return Optional.of(new Network(base, most));
            }
            var bits = text.substring(slash + 1);
            return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= most
                    ? Optional.of(new Network(base, Integer.parseInt(bits)))
                    : Optional.empty();
        });
    }

    /** The address in one element of a {@code Forwarded} or {@code X-Forwarded-For}. */
    static Optional<InetAddress> literal(String written) {
        var host = host(written);
        if (host == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Within brackets with or without a port, with a port, or bare: as proxies write it. Null for anything else. */
    private static @Nullable String host(String written) {
        if (written.startsWith("[")) {
            int end = written.indexOf(']');
            return end > 1 && mayBeAddress(written, 1, end) && isPortOrNothing(written, end + 1)
                    ? written.substring(1, end)
                    : null;
        }
        int colon = written.indexOf(':');
        if (colon > 0 && mayBeIpv4(written, colon) && isPortOrNothing(written, colon)) {
            return written.substring(0, colon);
        }
        return !written.isEmpty() && mayBeAddress(written, 0, written.length()) ? written : null;
    }

    private static boolean isPortOrNothing(String written, int from) {
        int digits = written.length() - from - 1;
        return digits < 0
                || written.charAt(from) == ':'
                        && digits >= 1
                        && digits <= MOST_PORT_DIGITS
                        && areDigits(written, from + 1);
    }

    private static boolean areDigits(String written, int from) {
        for (int i = from; i < written.length(); i++) {
            if (!isDigit(written.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayBeIpv4(String written, int end) {
        for (int i = 0; i < end; i++) {
            if (!isDigit(written.charAt(i)) && written.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean mayBeAddress(String written, int from, int end) {
        for (int i = from; i < end; i++) {
            char c = written.charAt(i);
            boolean isHex = isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            if (!isHex && c != ':' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    boolean holds(InetAddress address) {
        var ours = base.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((ours[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
