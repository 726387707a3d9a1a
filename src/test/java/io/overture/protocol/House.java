package io.overture.protocol;

import io.overture.Node;
import io.overture.RedisServer;
import io.smallrye.jwt.build.Jwt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The one node all of these tests knock at; it goes with the JVM. */
final class House {

    static final String SECRET = "demo-demo-demo-demo-demo-demo-32";

    /** Of a second site, {@code other}, that knows nobody and trusts no prices but its catalogue's. */
    static final String OTHER_ORIGIN = "https://other.example";

    static final RedisServer REDIS = RedisServer.start();
    static final Node NODE = Node.start(
            REDIS,
            Map.of(
                    "OVERTURE_BOOK",
                    Path.of("src/test/resources/books/protocol.yaml")
                            .toAbsolutePath()
                            .toString(),
                    "OVERTURE_SITES_OTHER_ORIGINS",
                    OTHER_ORIGIN));

    private House() {}

    /** A token as the shop's backend signs it. */
    static String token(String subject, String tier) {
        return token(subject, tier, "demo", Duration.ofMinutes(30), SECRET);
    }

    static String token(String subject, String tier, String audience, Duration life, String secret) {
        return Jwt.subject(subject)
                .audience(audience)
                .issuedAt(Instant.now().minusSeconds(7200))
                .expiresAt(Instant.now().plus(life))
                .claim("tier", tier)
                .signWithSecret(secret);
    }
}
