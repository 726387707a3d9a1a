package io.overture.client;

import java.security.Key;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Checks a compact JWS (RFC 7515) against a site's keys. Nothing the token says of its own key or algorithm is followed. */
final class Signature {

    private static final int LONGEST = 8_192;

    private Signature() {}

    /** The payload of a token whose signature holds. */
    static String payload(String token, Keys keys) throws WrongToken {
        var signature = parsed(token);
        if (!keys.algorithm().equals(signature.getAlgorithmHeaderValue())) {
            throw new WrongToken(Fault.ALGORITHM);
        }
        var key = keys.find(signature.getKeyIdHeaderValue());
        if (key == null) {
            throw new WrongToken(Fault.UNKNOWN_KEY);
        }
        return verified(signature, keys.algorithm(), key);
    }

    /** As {@link #payload(String, Keys)}, of a token whose header says that it is of this type. */
    static String payload(String token, Keys keys, String type) throws WrongToken {
        if (!type.equals(parsed(token).getHeader("typ"))) {
            throw new WrongToken(Fault.MALFORMED);
        }
        return payload(token, keys);
    }

    private static JsonWebSignature parsed(String token) throws WrongToken {
        if (token.length() > LONGEST) {
            throw new WrongToken(Fault.MALFORMED);
        }
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            return signature;
        } catch (JoseException | RuntimeException e) {
            throw new WrongToken(Fault.MALFORMED);
        }
    }

    private static String verified(JsonWebSignature signature, String algorithm, Key key) throws WrongToken {
        signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, algorithm));
        signature.setKey(key);
        try {
            if (!signature.verifySignature()) {
                throw new WrongToken(Fault.SIGNATURE);
            }
            return signature.getPayload();
        } catch (JoseException | RuntimeException e) {
            throw new WrongToken(Fault.SIGNATURE);
        }
    }
}
