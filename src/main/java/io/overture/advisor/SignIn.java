package io.overture.advisor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the console must know before anybody has signed in: no secret. In the demo a name and a password will do;
 * without an issuer and outside the demo nobody can sign in.
 */
@RegisterForReflection
record SignIn(
        boolean demo, @Nullable String issuer, @Nullable String clientId) {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException naming the key that is wrong, so that the service does not start */
    static SignIn of(ConsoleConfig config, boolean demo) {
        var issuer = config.issuer().orElse(null);
        var clientId = config.clientId().orElse(null);
        if ((issuer == null) != (clientId == null)) {
            throw new IllegalArgumentException(
                    "overture.console.issuer and overture.console.client-id belong together");
        }
        if (issuer != null && !isTrustworthy(issuer)) {
            throw new IllegalArgumentException(
                    "overture.console.issuer must be an https address with a host and neither query nor fragment");
        }
        return new SignIn(demo, issuer == null ? null : issuer.toString(), clientId);
    }

    /** What the page may connect to besides its own origin, as a source of its policy; empty without an issuer. */
    String issuerOrigin() {
        if (issuer == null) {
            return "";
        }
        var uri = URI.create(issuer);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** OpenID Connect Discovery 1.0, section 3: https, no query, no fragment. On this machine plain http may do. */
    private static boolean isTrustworthy(URI issuer) {
        var host = issuer.getHost();
        var secure = "https".equals(issuer.getScheme())
                || "http".equals(issuer.getScheme()) && host != null && HERE.contains(host);
        return secure
                && host != null
                && issuer.getRawUserInfo() == null
                && issuer.getRawQuery() == null
                && issuer.getRawFragment() == null;
    }
}
