package io.overture.passport;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * What both kinds of token say (RFC 7519): by which region, for which, about whom by a name that only these two know, and for
 * how long. Clocks may differ by half a minute.
 */
final class Claims {

    static final Duration SLACK = Duration.ofSeconds(30);

    /** No token of the house lives longer. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private static final int MOST_TEXT = 128;

    private final JwtClaims claims;

    private Claims(JwtClaims claims) {
        this.claims = claims;
    }

    static JwtClaims of(String issuer, String audience, String subject, String id, Instant now, Duration life) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setJwtId(id);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(life).getEpochSecond()));
        return claims;
    }

    /** Fails with a {@link WrongToken} when it is not for this region now. */
    static Claims check(String payload, String own, Instant now) throws WrongToken {
        try {
            var claims = JwtClaims.parse(payload);
            if (claims.getSubject() == null || claims.getJwtId() == null || claims.getExpirationTime() == null) {
                throw new WrongToken(Refusal.MALFORMED);
            }
            if (claims.getAudience().size() != 1 || !claims.getAudience().contains(own)) {
                throw new WrongToken(Refusal.AUDIENCE);
            }
            var expires = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            if (!now.isBefore(expires.plus(SLACK))) {
                throw new WrongToken(Refusal.EXPIRED);
            }
            if (expires.isAfter(now.plus(LONGEST_LIFE).plus(SLACK))) {
                throw new WrongToken(Refusal.MALFORMED);
            }
            return new Claims(claims);
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new WrongToken(Refusal.MALFORMED);
        }
    }

    String subject() throws WrongToken {
        return text("sub").orElseThrow(() -> new WrongToken(Refusal.MALFORMED));
    }

    String id() throws WrongToken {
        return text("jti").orElseThrow(() -> new WrongToken(Refusal.MALFORMED));
    }

    /** When nobody takes it any more. */
    Instant until() {
        try {
            return Instant.ofEpochSecond(claims.getExpirationTime().getValue()).plus(SLACK);
        } catch (MalformedClaimException e) {
            throw new IllegalStateException("it was checked", e);
        }
    }

    Optional<String> text(String name) throws WrongToken {
        var value = claims.getClaimValue(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.isEmpty() || text.length() > MOST_TEXT) {
            throw new WrongToken(Refusal.MALFORMED);
        }
        return Optional.of(text);
    }

    /** Epoch milliseconds. */
    @Nullable
    Instant instant(String name) throws WrongToken {
        var value = claims.getClaimValue(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Number number) || number.longValue() < 0 || number.longValue() > 1L << 53) {
            throw new WrongToken(Refusal.MALFORMED);
        }
        return Instant.ofEpochMilli(number.longValue());
    }

    int count(String name) throws WrongToken {
        var value = claims.getClaimValue(name);
        if (value == null) {
            return 0;
        }
        if (!(value instanceof Number number) || number.longValue() < 0 || number.longValue() > 1_000) {
            throw new WrongToken(Refusal.MALFORMED);
        }
        return number.intValue();
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(claims.getClaimValue(name));
    }

    /** A token that is not believed. Ordinary, hence without a stack trace. */
    static final class WrongToken extends Exception {
        private static final long serialVersionUID = 1L;

        private final Refusal why;

        WrongToken(Refusal why) {
            super(why.word(), null, false, false);
            this.why = why;
        }

        Refusal why() {
            return why;
        }
    }
}
