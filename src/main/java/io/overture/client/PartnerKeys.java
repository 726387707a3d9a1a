package io.overture.client;

import io.overture.site.Identity;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/** The keys another region of the house publishes (RFC 7517), and what it signed with them: ES256, nothing else. */
public final class PartnerKeys {

    /** Partners are few and of the house: their keys may be asked for sooner than a shop's. */
    private static final PublishedKeys.Pace PACE =
            new PublishedKeys.Pace(Duration.ofSeconds(2), Duration.ofMinutes(10));

    private final PublishedKeys keys;

    private PartnerKeys(PublishedKeys keys) {
        this.keys = keys;
    }

    /** What became of a look at a signature. */
    public sealed interface Verdict {

        /** It holds; {@code payload} is the claims set. */
        record Holds(String payload) implements Verdict {}

        record Wrong() implements Verdict {}

        /** The key it names may be one that could not be fetched yet: look again in a moment. */
        record Unknown() implements Verdict {}
    }

    /** @param region whose they are */
    public static PartnerKeys at(String region, URI url) {
        return of(region, new KeySetSource(url, KeySetSource.PATIENCE), InstantSource.system());
    }

    static PartnerKeys of(String region, PublishedKeys.Source source, InstantSource clock) {
        return new PartnerKeys(new PublishedKeys(
                "region=" + region,
                Identity.Algorithm.ES256,
                source,
                PACE,
                clock,
                Thread::startVirtualThread,
                fetched -> {}));
    }

    /** @param type what the token's header must say it is (RFC 8725, 3.11): one kind is never taken for another */
    public Verdict check(String token, String type) {
        try {
            return new Verdict.Holds(Signature.payload(token, keys, type));
        } catch (WrongToken wrong) {
            return wrong.fault() == Fault.UNKNOWN_KEY && !keys.isFresh() ? new Verdict.Unknown() : new Verdict.Wrong();
        }
    }

    /** Who a token says it is of, which nobody has checked; empty: it is no token. */
    public static Optional<String> claimedIssuer(String token) {
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            return Optional.ofNullable(
                    JwtClaims.parse(signature.getUnverifiedPayload()).getIssuer());
        } catch (JoseException | InvalidJwtException | MalformedClaimException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
