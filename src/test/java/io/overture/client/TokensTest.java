package io.overture.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.site.Identity;
import io.overture.site.Site;
import io.overture.visitor.Client;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A table of tokens: which are believed, and what is wrong with the others. */
class TokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final long T = NOW.getEpochSecond();
    private static final Site SITE = site("shop");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Tokens tokens = new Tokens(
            Map.of(
                    "shop",
                    new SecretKey(Forge.SECRET),
                    "other",
                    new SecretKey(Forge.SECRET),
                    "rsa",
                    published(Identity.Algorithm.RS256, Forge.RSA),
                    "ec",
                    published(Identity.Algorithm.ES256, Forge.EC)),
            meters,
            now::get);

    @Test
    void a_right_token_says_who_she_is() {
        var token = Forge.hs256(claims(c -> {
            c.setClaim("tier", "vic");
            c.setStringListClaim("favourite_categories", "watches/dive", "leather");
            c.setClaim("language", "fr-CA");
        }));

        var client = tokens.verify(SITE, token);

        assertThat(client).contains(new Client("c-1", "vic", List.of("watches/dive", "leather"), "fr-CA"));
        assertThat(counted("accepted")).isEqualTo(1);
    }

    static Stream<Arguments> right() {
        return Stream.of(
                row("nothing but what must be there", claims(c -> {})),
                row("one of several audiences", claims(c -> c.setAudience("elsewhere", "shop"))),
                row("expired less than a minute ago", claims(c -> c.setClaim("exp", T - 59))),
                row("an hour and a minute to go", claims(c -> c.setClaim("exp", T + 3_660))),
                row("valid in a minute", claims(c -> c.setClaim("nbf", T + 60))),
                row("issued in a minute", claims(c -> c.setClaim("iat", T + 60))),
                row("a long subject", claims(c -> c.setSubject("s".repeat(128)))),
                row("no favourites", claims(c -> c.setStringListClaim("favourite_categories"))),
                row("null is absent", claims(c -> {
                    c.setClaim("tier", null);
                    c.setClaim("language", null);
                })),
                row("claims nobody knows", claims(c -> c.setClaim("email", "someone@example.com"))));
    }

    @ParameterizedTest
    @MethodSource("right")
    void what_the_contract_allows_is_believed(String claims) {
        assertThat(tokens.verify(SITE, Forge.hs256(claims))).isPresent();
    }

    static Stream<Arguments> wrongClaims() {
        return Stream.of(
                row("for another site", Fault.AUDIENCE, claims(c -> c.setAudience("other"))),
                row("for several other sites", Fault.AUDIENCE, claims(c -> c.setAudience("a", "b"))),
                row("for nobody", Fault.AUDIENCE, claims(c -> c.unsetClaim("aud"))),
                row("for a number", Fault.AUDIENCE, claims(c -> c.setClaim("aud", 1))),
                row("for the site in other letters", Fault.AUDIENCE, claims(c -> c.setAudience("SHOP"))),
                row("without an end", Fault.NO_EXPIRY, claims(c -> c.unsetClaim("exp"))),
                row("ends in words", Fault.NO_EXPIRY, claims(c -> c.setClaim("exp", "tomorrow"))),
                row("expired", Fault.EXPIRED, claims(c -> c.setClaim("exp", T - 60))),
                row("expired long ago", Fault.EXPIRED, claims(c -> c.setClaim("exp", -1))),
                row("for more than an hour", Fault.TOO_LONG, claims(c -> c.setClaim("exp", T + 3_661))),
                row("in milliseconds", Fault.TOO_LONG, claims(c -> c.setClaim("exp", T * 1_000))),
                row("for ever", Fault.TOO_LONG, claims(c -> c.setClaim("exp", Long.MAX_VALUE))),
                row("not valid yet", Fault.NOT_YET, claims(c -> c.setClaim("nbf", T + 61))),
                row("not issued yet", Fault.NOT_YET, claims(c -> c.setClaim("iat", T + 61))),
                row("issued in words", Fault.NOT_YET, claims(c -> c.setClaim("iat", "now"))),
                row("nobody", Fault.SUBJECT, claims(c -> c.unsetClaim("sub"))),
                row("an empty subject", Fault.SUBJECT, claims(c -> c.setSubject(""))),
                row("an endless subject", Fault.SUBJECT, claims(c -> c.setSubject("s".repeat(129)))),
                row("a number for a subject", Fault.SUBJECT, claims(c -> c.setClaim("sub", 7))),
                row("an endless tier", Fault.TIER, claims(c -> c.setClaim("tier", "t".repeat(33)))),
                row("an empty tier", Fault.TIER, claims(c -> c.setClaim("tier", ""))),
                row("several tiers", Fault.TIER, claims(c -> c.setClaim("tier", List.of("vic")))),
                row("one favourite, no list", Fault.FAVOURITES, claims(c -> c.setClaim("favourite_categories", "a"))),
                row(
                        "favourites that are numbers",
                        Fault.FAVOURITES,
                        claims(c -> c.setClaim("favourite_categories", List.of(1)))),
                row(
                        "an endless favourite",
                        Fault.FAVOURITES,
                        claims(c -> c.setStringListClaim("favourite_categories", "f".repeat(101)))),
                row(
                        "endlessly many favourites",
                        Fault.FAVOURITES,
                        claims(c -> c.setStringListClaim(
                                "favourite_categories",
                                IntStream.range(0, 33).mapToObj(i -> "f" + i).toList()))),
                row("no language", Fault.LANGUAGE, claims(c -> c.setClaim("language", "<b>"))),
                row("an endless language", Fault.LANGUAGE, claims(c -> c.setClaim("language", "en" + "-x".repeat(17)))),
                row("no JSON", Fault.MALFORMED, "not json"),
                row("no object", Fault.MALFORMED, "[1]"),
                row(
                        "the same claim twice",
                        Fault.MALFORMED,
                        "{\"sub\":\"a\",\"sub\":\"b\",\"aud\":\"shop\",\"exp\":" + (T + 60) + "}"));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void what_a_signed_token_must_not_say(String claims, Fault fault) {
        var client = tokens.verify(SITE, Forge.hs256(claims));

        assertThat(client).isEmpty();
        assertThat(counted(fault.word())).isEqualTo(1);
    }

    static Stream<Arguments> wrongTokens() {
        var claims = claims(c -> {});
        var good = Forge.hs256(claims);
        return Stream.of(
                row("nothing", Fault.MALFORMED, ""),
                row("words", Fault.MALFORMED, "let me in"),
                row("two parts", Fault.MALFORMED, good.substring(0, good.lastIndexOf('.'))),
                row("four parts", Fault.MALFORMED, good + ".x"),
                row("an encrypted one", Fault.MALFORMED, "a.b.c.d.e"),
                row("an endless one", Fault.MALFORMED, good + "A".repeat(9_000)),
                row("not signed", Fault.ALGORITHM, Forge.unsigned(claims)),
                row("not signed, said otherwise", Fault.ALGORITHM, Forge.header("{\"alg\":\"nOnE\"}", good)),
                row("no algorithm", Fault.ALGORITHM, Forge.header("{\"typ\":\"JWT\"}", good)),
                row(
                        "a longer digest",
                        Fault.ALGORITHM,
                        Forge.signed(
                                claims, AlgorithmIdentifiers.HMAC_SHA512, Forge.hmac(Forge.SECRET.repeat(2)), null)),
                row("another kind of key", Fault.ALGORITHM, Forge.rs256(claims, null)),
                row(
                        "another secret",
                        Fault.SIGNATURE,
                        Forge.signed(
                                claims,
                                AlgorithmIdentifiers.HMAC_SHA256,
                                Forge.hmac("another-another-another-another-32"),
                                null)),
                row("a signature cut off", Fault.SIGNATURE, good.substring(0, good.length() - 4)),
                row("no signature", Fault.SIGNATURE, good.substring(0, good.lastIndexOf('.') + 1)),
                row(
                        "other claims under a signature",
                        Fault.SIGNATURE,
                        Forge.payload(claims(c -> c.setClaim("tier", "vic")), good)),
                row(
                        "a header nobody understands",
                        Fault.SIGNATURE,
                        Forge.header("{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}", good)));
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void a_token_that_is_not_signed_as_it_must_be(String token, Fault fault) {
        var client = tokens.verify(SITE, token);

        assertThat(client).isEmpty();
        assertThat(counted(fault.word())).isEqualTo(1);
    }

    static Stream<Arguments> wrongKeys() {
        var forRsa = claims(c -> c.setAudience("rsa"));
        var forEc = claims(c -> c.setAudience("ec"));
        var publicKeyAsSecret = Forge.signed(
                forRsa,
                AlgorithmIdentifiers.HMAC_SHA256,
                Forge.hmac(Forge.RSA.getKey().getEncoded()),
                "k1");
        return Stream.of(
                Arguments.of("rsa", Named.of("the public key as a secret", publicKeyAsSecret), Fault.ALGORITHM),
                Arguments.of("rsa", Named.of("a curve's", Forge.es256(forRsa, "k1")), Fault.ALGORITHM),
                Arguments.of("rsa", Named.of("of an unknown key", Forge.rs256(forRsa, "k2")), Fault.UNKNOWN_KEY),
                Arguments.of(
                        "rsa", Named.of("of a key it brings itself", Forge.withItsOwnKey(forRsa)), Fault.SIGNATURE),
                Arguments.of("ec", Named.of("of an unknown key", Forge.es256(forEc, "k2")), Fault.UNKNOWN_KEY),
                Arguments.of(
                        "ec",
                        Named.of("a signature of nothing", Forge.signature(new byte[64], Forge.es256(forEc, "k1"))),
                        Fault.SIGNATURE),
                Arguments.of("nowhere", Named.of("at a site without", Forge.hs256(forRsa)), Fault.NO_IDENTITY));
    }

    @ParameterizedTest
    @MethodSource("wrongKeys")
    void a_token_never_chooses_how_it_is_checked(String site, String token, Fault fault) {
        var client = tokens.verify(site(site), token);

        assertThat(client).isEmpty();
        assertThat(counted(fault.word())).isEqualTo(1);
    }

    @Test
    void published_keys_check_what_was_signed_with_them() {
        assertThat(tokens.verify(site("rsa"), Forge.rs256(claims(c -> c.setAudience("rsa")), "k1")))
                .isPresent();
        assertThat(tokens.verify(site("ec"), Forge.es256(claims(c -> c.setAudience("ec")), "k1")))
                .isPresent();
        assertThat(tokens.verify(site("rsa"), Forge.rs256(claims(c -> c.setAudience("rsa")), null)))
                .isPresent();
    }

    @Test
    void what_was_right_once_is_not_right_for_ever() {
        var token = Forge.hs256(claims(c -> c.setClaim("exp", T + 60)));
        assertThat(tokens.verify(SITE, token)).isPresent();
        now.set(NOW.plusSeconds(120));

        var later = tokens.verify(SITE, token);

        assertThat(later).isEmpty();
        assertThat(counted(Fault.EXPIRED.word())).isEqualTo(1);
    }

    @Test
    void what_was_right_at_one_site_is_not_at_another() {
        var token = Forge.hs256(claims(c -> {}));
        assertThat(tokens.verify(SITE, token)).isPresent();

        var elsewhere = tokens.verify(site("other"), token);

        assertThat(elsewhere).isEmpty();
    }

    private double counted(String result) {
        return meters.counter("overture.client.tokens", "result", result).count();
    }

    private static Site site(String key) {
        return new Site(key, List.of(), Optional.empty(), false);
    }

    private static PublishedKeys published(Identity.Algorithm algorithm, PublicJsonWebKey key) {
        return new PublishedKeys(
                "site=demo",
                algorithm,
                () -> Forge.keySet(key),
                PublishedKeys.Pace.USUAL,
                () -> NOW,
                Runnable::run,
                isDone -> {});
    }

    private static String claims(Consumer<JwtClaims> change) {
        var claims = new JwtClaims();
        claims.setSubject("c-1");
        claims.setAudience("shop");
        claims.setClaim("exp", T + 600);
        change.accept(claims);
        return claims.toJson();
    }

    private static Arguments row(String name, String claims) {
        return Arguments.of(Named.of(name, claims));
    }

    private static Arguments row(String name, Fault fault, String token) {
        return Arguments.of(Named.of(name, token), fault);
    }
}
