package io.overture.passport;

import io.overture.passport.Claims.WrongToken;
import io.overture.visitor.Passport;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/**
 * A passport on its way. All its claims are flat, instants are epoch milliseconds, so that no limit is shortened by rounding;
 * what is not known is not there.
 */
final class PassportToken {

    static final String TYPE = "overture-passport+jwt";

    /** No limit of a house is longer: what a token says beyond it is not believed. */
    private static final Duration LONGEST_SILENCE = Duration.ofDays(400);

    private PassportToken() {}

    static void write(Passport passport, JwtClaims into) {
        var inForce = passport.inForce();
        put(into, "tier", passport.tier());
        put(into, "locale", passport.language());
        put(into, "silent_until", inForce.silentUntil());
        put(into, "invited_at", inForce.invitedAt());
        put(into, "declined_at", inForce.declinedAt());
        put(into, "dismissed_at", inForce.dismissedAt());
        into.setClaim("invitations", inForce.invitations());
        into.setClaim("held_out", inForce.heldOut());
        var advisor = passport.advisor();
        if (advisor != null) {
            put(into, "advisor", advisor.name());
            put(into, "desk", advisor.desk());
        }
    }

    /** Of a token whose signature holds and that is for us. */
    static Passport read(Claims claims, String from, Instant now) throws WrongToken {
        var advisor = claims.text("advisor").orElse(null);
        var desk = claims.text("desk").orElse(null);
        return new Passport(
                from,
                claims.subject(),
                claims.text("tier").orElse(null),
                claims.text("locale").orElse(null),
                advisor == null || desk == null ? null : new Passport.OwnAdvisor(advisor, desk),
                new Passport.InForce(
                        earlier(claims.instant("silent_until"), now.plus(LONGEST_SILENCE)),
                        earlier(claims.instant("invited_at"), now),
                        earlier(claims.instant("declined_at"), now),
                        earlier(claims.instant("dismissed_at"), now),
                        claims.count("invitations"),
                        claims.flag("held_out")),
                now);
    }

    private static @Nullable Instant earlier(@Nullable Instant at, Instant most) {
        return at != null && at.isAfter(most) ? most : at;
    }

    private static void put(JwtClaims into, String name, @Nullable String text) {
        if (text != null) {
            into.setClaim(name, text);
        }
    }

    private static void put(JwtClaims into, String name, @Nullable Instant at) {
        if (at != null) {
            into.setClaim(name, at.toEpochMilli());
        }
    }
}
