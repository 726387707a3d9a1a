package io.overture.site;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The storefronts as they are configured, {@code overture.sites.<key>.…}; what is wrong is said by {@link Sites}. */
@ConfigMapping(prefix = "overture.sites")
interface SitesConfig {

    /** By site key: 1–64 characters of {@code [A-Za-z0-9._-]}. */
    @WithParentName
    Map<String, SiteConfig> sites();

    /** One storefront. */
    interface SiteConfig {

        /** Where its pages come from, such as {@code https://www.example.com}; {@code :*} allows any port. */
        List<String> origins();

        /** How its clients' tokens are signed; without it nobody is known there. */
        Optional<IdentityConfig> identity();

        /** Whether prices in its events are believed where no catalogue knows better. */
        @WithDefault("false")
        boolean trustEventPrices();
    }

    /** A secret or a key set, never both. */
    interface IdentityConfig {

        /** Shared with the shop's backend: at least 32 bytes of UTF-8. */
        Optional<String> secret();

        /** Where the shop's backend publishes its public keys (RFC 7517), by https unless on this machine. */
        Optional<String> jwksUrl();

        /** {@code HS256} with a secret; {@code RS256} (when nothing is said) or {@code ES256} with a key set. */
        Optional<String> algorithm();
    }
}
