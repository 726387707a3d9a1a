package io.overture.client;

import io.overture.site.Identity;
import java.io.IOException;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The keys of a set (RFC 7517) that are fit for a site's algorithm; what else is in it does not matter. */
final class KeyRing {

    static final KeyRing EMPTY = new KeyRing(List.of());

    private static final int LEAST_RSA_BITS = 2_048;
    private static final int MOST_KEYS = 64;

    private final List<JsonWebKey> keys;

    private KeyRing(List<JsonWebKey> keys) {
        this.keys = keys;
    }

    static KeyRing parse(String json, Identity.Algorithm algorithm) throws IOException {
        try {
            var fit = new ArrayList<JsonWebKey>();
            for (var key : new JsonWebKeySet(json).getJsonWebKeys()) {
                if (isFit(key, algorithm) && fit.size() < MOST_KEYS) {
                    fit.add(key);
                }
            }
            return new KeyRing(List.copyOf(fit));
        } catch (JoseException | RuntimeException e) {
            throw new IOException("no key set", e);
        }
    }

    @Nullable
    Key find(@Nullable String id) {
        if (id == null) {
            return keys.size() == 1 ? keys.getFirst().getKey() : null;
        }
        for (var key : keys) {
            if (id.equals(key.getKeyId())) {
                return key.getKey();
            }
        }
        return null;
    }

    private static boolean isFit(JsonWebKey key, Identity.Algorithm algorithm) {
        boolean isMeant = (key.getUse() == null || key.getUse().equals(Use.SIGNATURE))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm.name()));
        return isMeant
                && switch (algorithm) {
                    case RS256 ->
                        key instanceof RsaJsonWebKey rsa
                                && rsa.getRsaPublicKey().getModulus().bitLength() >= LEAST_RSA_BITS;
                    case ES256 -> key instanceof EllipticCurveJsonWebKey curve && "P-256".equals(curve.getCurveName());
                };
    }
}
