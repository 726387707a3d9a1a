package io.overture.passport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** This region's own keys. The first signs; all are published, so that one may follow the other without a gap. */
final class SigningKeys {

    static final int MOST = 2;

    private static final String ALGORITHM = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;

    private final EllipticCurveJsonWebKey first;
    private final String published;

    private SigningKeys(List<EllipticCurveJsonWebKey> keys) {
        first = keys.getFirst();
        published = new JsonWebKeySet(List.copyOf(keys)).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** Fails with what is wrong in words, and nothing of the file. */
    static SigningKeys read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    static SigningKeys parse(String json) {
        var keys = new ArrayList<EllipticCurveJsonWebKey>();
        var ids = new HashSet<String>();
        for (var key : set(json)) {
            if (!(key instanceof EllipticCurveJsonWebKey curve)
                    || !"P-256".equals(curve.getCurveName())
                    || curve.getPrivateKey() == null) {
                throw new IllegalArgumentException("each of its keys is a private one on the curve P-256");
            }
            if (key.getKeyId() == null || !ids.add(key.getKeyId())) {
                throw new IllegalArgumentException("each of its keys has a kid of its own");
            }
            curve.setAlgorithm(ALGORITHM);
            curve.setUse(Use.SIGNATURE);
            keys.add(curve);
        }
        if (keys.isEmpty() || keys.size() > MOST) {
            throw new IllegalArgumentException("it holds one key, or two while one follows the other");
        }
        return new SigningKeys(keys);
    }

    /** @param type what the token is (RFC 8725, 3.11) */
    String sign(JwtClaims claims, String type) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(ALGORITHM);
        signature.setKeyIdHeaderValue(first.getKeyId());
        signature.setHeader("typ", type);
        signature.setPayload(claims.toJson());
        signature.setKey(first.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a key that was read can sign", e);
        }
    }

    /** The public parts, as RFC 7517 has them. */
    String published() {
        return published;
    }

    private static List<JsonWebKey> set(String json) {
        try {
            return new JsonWebKeySet(json).getJsonWebKeys();
        } catch (JoseException | RuntimeException e) {
            throw new IllegalArgumentException("it is no JWK set (RFC 7517)", e);
        }
    }
}
