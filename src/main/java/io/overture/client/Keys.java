package io.overture.client;

import java.security.Key;
import org.jspecify.annotations.Nullable;

/** The keys one site's tokens are checked with, and the one algorithm they are for. */
interface Keys {

    /** The JWS name of the algorithm (RFC 7518). */
    String algorithm();

    /** The key a token names, or the only one when it names none; null when it is not known here. */
    @Nullable
    Key find(@Nullable String id);
}
