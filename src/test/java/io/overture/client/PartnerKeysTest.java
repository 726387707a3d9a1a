package io.overture.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.client.PartnerKeys.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another region signed is told from what it did not, and from what nobody can say yet. */
class PartnerKeysTest {

    private static final String TYPE = "overture-passport+jwt";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochMilli(1_764_000_000_000L));
    private final AtomicReference<String> published = new AtomicReference<>();
    private PublicJsonWebKey key;
    private PublicJsonWebKey other;

    @BeforeEach
    void make() throws JoseException {
        key = key("k-1");
        other = key("k-2");
    }

    @Test
    void what_a_published_key_signed_holds() throws JoseException {
        published.set(set(key));
        var keys = PartnerKeys.of("jp", this::fetch, now::get);
        var token = sign(key, TYPE);

        await().until(() -> keys.check(token, TYPE) instanceof Verdict.Holds);

        assertThat(keys.check(token, TYPE)).isEqualTo(new Verdict.Holds("{\"iss\":\"europe\"}"));
        assertThat(PartnerKeys.claimedIssuer(token)).contains("europe");
    }

    @Test
    void what_is_of_another_kind_or_of_another_key_by_its_name_is_wrong() throws JoseException {
        published.set(set(key));
        var keys = PartnerKeys.of("jp", this::fetch, now::get);
        await().until(() -> keys.check(sign(key, TYPE), TYPE) instanceof Verdict.Holds);
        other.setKeyId("k-1");

        assertThat(keys.check(sign(key, "overture-return+jwt"), TYPE)).isEqualTo(new Verdict.Wrong());
        assertThat(keys.check(sign(other, TYPE), TYPE)).isEqualTo(new Verdict.Wrong());
        assertThat(keys.check("no token", TYPE)).isEqualTo(new Verdict.Wrong());
    }

    @Test
    void a_key_that_was_just_looked_for_in_vain_is_nobody_s() throws JoseException {
        published.set(set(key));
        var keys = PartnerKeys.of("jp", this::fetch, now::get);
        await().until(() -> keys.check(sign(key, TYPE), TYPE) instanceof Verdict.Holds);

        assertThat(keys.check(sign(other, TYPE), TYPE)).isEqualTo(new Verdict.Wrong());
    }

    @Test
    void a_new_key_is_found_and_until_then_nobody_can_say() throws JoseException {
        published.set(set(key));
        var keys = PartnerKeys.of("jp", this::fetch, now::get);
        await().until(() -> keys.check(sign(key, TYPE), TYPE) instanceof Verdict.Holds);
        now.updateAndGet(at -> at.plus(Duration.ofSeconds(3)));
        published.set(set(key, other));

        await().until(() -> keys.check(sign(other, TYPE), TYPE) instanceof Verdict.Holds);
    }

    @Test
    void while_the_region_is_dead_nobody_can_say() throws JoseException {
        var keys = PartnerKeys.of("jp", this::fetch, now::get);

        assertThat(keys.check(sign(key, TYPE), TYPE)).isEqualTo(new Verdict.Unknown());
    }

    private String fetch() throws IOException {
        var set = published.get();
        if (set == null) {
            throw new IOException("nobody answers");
        }
        return set;
    }

    private static PublicJsonWebKey key(String id) throws JoseException {
        var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        return key;
    }

    private static String set(JsonWebKey... keys) {
        return new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static String sign(PublicJsonWebKey by, String type) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("ES256");
        signature.setKeyIdHeaderValue(by.getKeyId());
        signature.setHeader("typ", type);
        signature.setPayload("{\"iss\":\"europe\"}");
        signature.setKey(by.getPrivateKey());
        return signature.getCompactSerialization();
    }
}
