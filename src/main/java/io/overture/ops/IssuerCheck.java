package io.overture.ops;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An issuer signs tokens for many services: those for another must not open this one. */
@ApplicationScoped
class IssuerCheck {

    private static final String ANY = "any";

    void audience(
            @Observes StartupEvent started,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "false") boolean enabled,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            check(enabled, audience);
        }
    }

    static void check(boolean enabled, Optional<List<String>> audience) {
        if (enabled
                && (audience.isEmpty()
                        || audience.get().isEmpty()
                        || audience.get().contains(ANY))) {
            throw new ConfigurationException("tokens of any service of the issuer would be taken: set"
                    + " QUARKUS_OIDC_TOKEN_AUDIENCE to the audience of this one, e.g. overture");
        }
    }
}
