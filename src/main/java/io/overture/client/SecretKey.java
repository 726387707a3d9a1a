package io.overture.client;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;

/** A secret shared with the shop's backend. It has no name: whichever a token gives is not looked at. */
final class SecretKey implements Keys {

    private final Key key;

    SecretKey(String secret) {
        key = new HmacKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String algorithm() {
        return AlgorithmIdentifiers.HMAC_SHA256;
    }

    @Override
    public Key find(@Nullable String id) {
        return key;
    }
}
