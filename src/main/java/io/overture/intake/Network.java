package io.overture.intake;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that begin alike, as {@code 10.0.0.0/8} or one address writes it. */
record Network(InetAddress base, int bits) {

    /** Within brackets with or without a port, with a port, or bare: as proxies write it. */
    private static final Pattern WRITTEN = Pattern.compile(
            "\\[(?<bracketed>[0-9A-Fa-f:.]+)](?::\\d{1,5})?|(?<four>[0-9.]+)(?::\\d{1,5})?|(?<six>[0-9A-Fa-f:.]+)");

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
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var host = parts.group("bracketed") != null
                ? parts.group("bracketed")
                : parts.group("four") != null ? parts.group("four") : parts.group("six");
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
