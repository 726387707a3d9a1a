package io.overture.site;

import java.net.URI;

/** How a site proves who its clients are. The algorithm is part of it, so that a token never chooses its own. */
public sealed interface Identity {

    /** HS256 with a secret the shop's backend shares with us. */
    record Secret(String secret) implements Identity {
        @Override
        public String toString() {
            return "Secret[…]";
        }
    }

    /** Public keys that the shop's backend publishes (RFC 7517). */
    record KeySet(URI url, Algorithm algorithm) implements Identity {}

    /** The signatures of RFC 7518 that we check against public keys. */
    enum Algorithm {
        RS256,
        ES256
    }
}
