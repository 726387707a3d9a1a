package io.overture.passport;

import io.overture.passport.Claims.WrongToken;
import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** What goes home: when an invitation was shown, and when one was declined, in epoch milliseconds. There is no more in it. */
record ReturnToken(
        String pseudonym,
        @Nullable Instant invitedAt,
        @Nullable Instant declinedAt) {

    static final String TYPE = "overture-return+jwt";

    private static final String INVITED = "invited_at";
    private static final String DECLINED = "declined_at";

    static void write(Return told, JwtClaims into) {
        if (told.invitedAt() != null) {
            into.setClaim(INVITED, told.invitedAt().toEpochMilli());
        }
        if (told.declinedAt() != null) {
            into.setClaim(DECLINED, told.declinedAt().toEpochMilli());
        }
    }

    static ReturnToken read(Claims claims) throws WrongToken {
        return new ReturnToken(claims.subject(), claims.instant(INVITED), claims.instant(DECLINED));
    }
}
