package io.overture.passport;

import java.time.Instant;

/** What became of the wish for a passport. */
public sealed interface Given {

    /** @param token a compact JWS (RFC 7515) */
    record Signed(String token, Instant expires) implements Given {}

    record Refused(Refusal why) implements Given {}
}
