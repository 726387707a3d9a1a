package io.overture.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes sites of their configuration and keeps everything that is wrong with it, each error with its key. */
final class SitesCheck {

    /** RFC 7518 asks of an HS256 key that it be as long as the digest. */
    private static final int LEAST_SECRET_BYTES = 32;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String HS256 = "HS256";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> errors = new ArrayList<>();

    List<String> errors() {
        return errors;
    }

    Site site(String key, SitesConfig.SiteConfig config) {
        var at = "overture.sites." + key;
        if (!KEY.matcher(key).matches()) {
            error(at, "a site's key is 1 to 64 characters of A-Z, a-z, 0-9, '.', '_' and '-'");
        }
        return new Site(
                key,
                origins(at + ".origins", config.origins()),
                config.identity().flatMap(identity -> identity(at + ".identity", identity)),
                config.trustEventPrices());
    }

    private List<Origin> origins(String at, List<String> texts) {
        if (texts.isEmpty()) {
            error(at, "at least one origin is needed, such as https://www.example.com");
        }
        var origins = new ArrayList<Origin>();
        for (var text : texts) {
            Origin.allowed(text)
                    .ifPresentOrElse(
                            origins::add,
                            () -> error(
                                    at,
                                    "'" + text + "' is no origin: scheme and host, perhaps a port, nothing after it,"
                                            + " such as https://www.example.com or http://localhost:*"));
        }
        return origins;
    }

    private Optional<Identity> identity(String at, SitesConfig.IdentityConfig config) {
        if (config.secret().isPresent() && config.jwksUrl().isPresent()) {
            error(at, "a secret or a jwks-url, not both");
            return Optional.empty();
        }
        if (config.secret().isPresent()) {
            return secret(at, config.secret().get(), config.algorithm().orElse(HS256));
        }
        if (config.jwksUrl().isPresent()) {
            return keySet(at, config.jwksUrl().get(), config.algorithm().orElse(Identity.Algorithm.RS256.name()));
        }
        if (config.algorithm().isPresent()) {
            error(at + ".algorithm", "an algorithm without a secret or a jwks-url checks nothing");
        }
        return Optional.empty();
    }

    private Optional<Identity> secret(String at, String secret, String algorithm) {
        if (!algorithm.equals(HS256)) {
            error(at + ".algorithm", "with a secret it is HS256");
        }
        if (secret.getBytes(StandardCharsets.UTF_8).length < LEAST_SECRET_BYTES) {
            error(at + ".secret", "needs at least " + LEAST_SECRET_BYTES + " bytes");
        }
        return Optional.of(new Identity.Secret(secret));
    }

    private Optional<Identity> keySet(String at, String text, String name) {
        var url = url(text);
        var algorithm = algorithm(name);
        if (url == null) {
            error(at + ".jwks-url", "'" + text + "' is no address of the web");
        } else if (!isSecure(url)) {
            error(at + ".jwks-url", "'" + text + "' must be https: whoever is on the way would sign for anybody");
        }
        if (algorithm == null) {
            error(at + ".algorithm", "with a jwks-url it is RS256 or ES256");
        }
        return url == null || algorithm == null ? Optional.empty() : Optional.of(new Identity.KeySet(url, algorithm));
    }

    private static @Nullable URI url(String text) {
        try {
            var url = URI.create(text);
            boolean isWeb = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            return isWeb && url.getHost() != null ? url : null;
        } catch (IllegalArgumentException noUri) {
            return null;
        }
    }

    private static boolean isSecure(URI url) {
        return "https".equalsIgnoreCase(url.getScheme()) || LOOPBACK.contains(url.getHost());
    }

    private static Identity.@Nullable Algorithm algorithm(String name) {
        for (var each : Identity.Algorithm.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }

    private void error(String key, String problem) {
        errors.add(key + ": " + problem);
    }
}
