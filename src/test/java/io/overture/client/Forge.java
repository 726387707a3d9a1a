package io.overture.client;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Makes tokens, right ones and wrong ones. */
final class Forge {

    static final String SECRET = "demo-demo-demo-demo-demo-demo-32";
    static final PublicJsonWebKey RSA = rsa("k1");
    static final PublicJsonWebKey EC = ec("k1");

    private Forge() {}

    static PublicJsonWebKey rsa(String id) {
        return sure(() -> {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        });
    }

    static PublicJsonWebKey ec(String id) {
        return sure(() -> {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        });
    }

    static Key hmac(String secret) {
        return hmac(secret.getBytes(StandardCharsets.UTF_8));
    }

    static Key hmac(byte[] secret) {
        return new HmacKey(secret);
    }

    static String keySet(PublicJsonWebKey... keys) {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    static String hs256(String claims) {
        return signed(claims, AlgorithmIdentifiers.HMAC_SHA256, hmac(SECRET), null);
    }

    static String rs256(String claims, @Nullable String kid) {
        return rs256(claims, RSA, kid);
    }

    static String rs256(String claims, PublicJsonWebKey key, @Nullable String kid) {
        return signed(claims, AlgorithmIdentifiers.RSA_USING_SHA256, key.getPrivateKey(), kid);
    }

    static String es256(String claims, String kid) {
        return signed(claims, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, EC.getPrivateKey(), kid);
    }

    static String signed(String claims, String algorithm, Key key, @Nullable String kid) {
        return sure(() -> {
            var signature = new JsonWebSignature();
            signature.setPayload(claims);
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setKey(key);
            if (kid != null) {
                signature.setKeyIdHeaderValue(kid);
            }
            return signature.getCompactSerialization();
        });
    }

    static String unsigned(String claims) {
        return sure(() -> {
            var signature = new JsonWebSignature();
            signature.setPayload(claims);
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
            return signature.getCompactSerialization();
        });
    }

    /** Signed with somebody's key, which its header offers under the name of the site's. */
    static String withItsOwnKey(String claims) {
        return sure(() -> {
            var theirs = rsa("k1");
            var signature = new JsonWebSignature();
            signature.setPayload(claims);
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            signature.setKeyIdHeaderValue("k1");
            signature.setJwkHeader(theirs);
            signature.setKey(theirs.getPrivateKey());
            return signature.getCompactSerialization();
        });
    }

    static String header(String json, String token) {
        return base64(json.getBytes(StandardCharsets.UTF_8)) + token.substring(token.indexOf('.'));
    }

    static String payload(String json, String token) {
        var parts = token.split("\\.", -1);
        return parts[0] + "." + base64(json.getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
    }

    static String signature(byte[] bytes, String token) {
        return token.substring(0, token.lastIndexOf('.') + 1) + base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static <T> T sure(Making<T> making) {
        try {
            return making.make();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Making<T> {
        T make() throws JoseException;
    }
}
