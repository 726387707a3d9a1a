package io.overture.passport;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Passport;
import io.overture.visitor.Passport.InForce;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said is understood, and what cannot be true is not believed. */
class PassportTokenTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_123L);
    private static final Duration LIFE = Duration.ofMinutes(3);
    private static final Passport WHOLE = new Passport(
            "europe",
            "p-1",
            "vic",
            "fr-FR",
            new Passport.OwnAdvisor("Camille", "paris"),
            new InForce(NOW.plusSeconds(9), NOW.minusSeconds(8), NOW.minusSeconds(7), NOW.minusSeconds(6), 2, true),
            NOW);
    private static final Passport BARE = new Passport("europe", "p-1", null, null, null, InForce.NONE, NOW);

    static Stream<Passport> passports() {
        return Stream.of(WHOLE, BARE);
    }

    @ParameterizedTest
    @MethodSource("passports")
    void what_is_said_is_understood(Passport passport) throws Claims.WrongToken {
        assertThat(read(claims(passport), NOW)).isEqualTo(passport);
    }

    @Test
    void it_says_what_may_be_honoured_and_nothing_else() {
        assertThat(claims(WHOLE).getClaimsMap())
                .containsOnlyKeys(
                        "iss",
                        "aud",
                        "sub",
                        "jti",
                        "iat",
                        "exp",
                        "tier",
                        "locale",
                        "silent_until",
                        "invited_at",
                        "declined_at",
                        "dismissed_at",
                        "invitations",
                        "held_out",
                        "advisor",
                        "desk");
        assertThat(claims(BARE).getClaimsMap())
                .containsOnlyKeys("iss", "aud", "sub", "jti", "iat", "exp", "invitations", "held_out");
    }

    @Test
    void it_lives_for_its_time_and_for_what_clocks_may_differ() throws Claims.WrongToken {
        var end = Instant.ofEpochSecond(NOW.plus(LIFE).getEpochSecond()).plus(Claims.SLACK);

        assertThat(read(claims(BARE), end.minusMillis(1)).from()).isEqualTo("europe");
        assertThat(refusal(claims(BARE), end)).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void what_lies_ahead_has_not_happened() throws Claims.WrongToken {
        var claims = claims(BARE);
        claims.setClaim("declined_at", NOW.plusSeconds(999).toEpochMilli());
        claims.setClaim("silent_until", NOW.plus(Duration.ofDays(4_000)).toEpochMilli());

        var inForce = read(claims, NOW).inForce();

        assertThat(inForce.declinedAt()).isEqualTo(NOW);
        assertThat(inForce.silentUntil()).isEqualTo(NOW.plus(Duration.ofDays(400)));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("another region's", Refusal.AUDIENCE, claims -> claims.setAudience("america")),
                wrong("two regions'", Refusal.AUDIENCE, claims -> claims.setAudience("japan", "america")),
                wrong("of nobody", Refusal.MALFORMED, claims -> claims.unsetClaim("sub")),
                wrong("for ever", Refusal.MALFORMED, claims -> claims.unsetClaim("exp")),
                wrong(
                        "for too long",
                        Refusal.MALFORMED,
                        claims -> claims.setExpirationTime(NumericDate.fromSeconds(
                                NOW.plus(Duration.ofHours(1)).getEpochSecond()))),
                wrong("without a number", Refusal.MALFORMED, claims -> claims.unsetClaim("jti")),
                wrong("a tier that is none", Refusal.MALFORMED, claims -> claims.setClaim("tier", Map.of("a", 1))),
                wrong("a tier without end", Refusal.MALFORMED, claims -> claims.setClaim("tier", "x".repeat(129))),
                wrong("an instant in words", Refusal.MALFORMED, claims -> claims.setClaim("declined_at", "yesterday")),
                wrong("less than none", Refusal.MALFORMED, claims -> claims.setClaim("invitations", -1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void what_cannot_be_true_is_not_believed(String what, Refusal why, Consumer<JwtClaims> change) {
        var claims = claims(WHOLE);
        change.accept(claims);

        assertThat(refusal(claims, NOW)).isEqualTo(why);
    }

    private static Arguments wrong(String what, Refusal why, Consumer<JwtClaims> change) {
        return Arguments.of(what, why, change);
    }

    private static JwtClaims claims(Passport passport) {
        var claims = Claims.of("europe", "japan", String.valueOf(passport.pseudonym()), "j-1", NOW, LIFE);
        PassportToken.write(passport, claims);
        return claims;
    }

    private static Passport read(JwtClaims claims, Instant at) throws Claims.WrongToken {
        return PassportToken.read(Claims.check(claims.toJson(), "japan", at), "europe", at);
    }

    private static Refusal refusal(JwtClaims claims, Instant at) {
        try {
            read(claims, at);
            throw new AssertionError("it was believed");
        } catch (Claims.WrongToken wrong) {
            return wrong.why();
        }
    }
}
