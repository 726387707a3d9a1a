package io.overture.advisor;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where advisors sign in, {@code overture.console.…}: both keys or neither; what is wrong is said by {@link SignIn}. */
@ConfigMapping(prefix = "overture.console")
interface ConsoleConfig {

    /** The OpenID Connect issuer whose tokens the service accepts, such as {@code https://id.example/realms/house}. */
    Optional<URI> issuer();

    /** The console's client id there: a public client, authorization code with PKCE, redirect to {@code /console/}. */
    Optional<String> clientId();
}
