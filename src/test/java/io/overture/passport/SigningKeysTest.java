package io.overture.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys are taken only whole, and never told. */
class SigningKeysTest {

    @Test
    void both_are_published_and_neither_is_told() throws JoseException {
        var keys = SigningKeys.parse(set(key("a"), key("b")));

        var published = new JsonWebKeySet(keys.published()).getJsonWebKeys();

        assertThat(published).extracting(JsonWebKey::getKeyId).containsExactly("a", "b");
        assertThat(published).extracting(JsonWebKey::getAlgorithm).containsOnly("ES256");
        assertThat(published)
                .allSatisfy(key ->
                        assertThat(((PublicJsonWebKey) key).getPrivateKey()).isNull());
        assertThat(keys.published()).doesNotContain("\"d\"");
    }

    static Stream<Arguments> wrong() throws JoseException {
        var nameless = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        var wide = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        wide.setKeyId("a");
        var shared = OctJwkGenerator.generateJwk(256);
        shared.setKeyId("a");
        var published = new JsonWebKeySet(List.of(key("a"))).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        return Stream.of(
                Arguments.of("nothing", "JWK set"),
                Arguments.of("{}", "JWK set"),
                Arguments.of(set(), "one key, or two"),
                Arguments.of(set(key("a"), key("b"), key("c")), "one key, or two"),
                Arguments.of(set(key("a"), key("a")), "kid of its own"),
                Arguments.of(set(nameless), "kid of its own"),
                Arguments.of(set(wide), "P-256"),
                Arguments.of(set(shared), "P-256"),
                Arguments.of(published, "private"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_is_wrong_is_said_in_words(String json, String words) {
        assertThatThrownBy(() -> SigningKeys.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    static PublicJsonWebKey key(String id) throws JoseException {
        var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        return key;
    }

    static String set(JsonWebKey... keys) {
        return new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    }
}
