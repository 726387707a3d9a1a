package io.overture.passport;

import io.overture.client.PartnerKeys;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** This region and the others, as configured. A node that is not configured correctly does not start. */
@Startup
@Singleton
class Regions {

    private static final String AT = "overture.passport.";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    private static final Duration LONGEST_AGE = Duration.ofDays(7);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> errors = new ArrayList<>();
    private final String own;
    private final Duration lifetime;
    private final Duration returnsAge;
    private final @Nullable SigningKeys keys;
    private final Map<String, Partner> partners = new TreeMap<>();

    @Inject
    Regions(PassportConfig config, @ConfigProperty(name = "overture.region", defaultValue = "local") String own) {
        this.own = own;
        this.lifetime = within("lifetime", config.lifetime(), LONGEST_LIFE);
        this.returnsAge = within("returns-age", config.returnsAge(), LONGEST_AGE);
        var urls = new TreeMap<String, URI>();
        var others = config.regions().orElse(List.of());
        others.forEach(other -> partner(other, urls));
        this.keys = config.keys().map(this::keys).orElse(null);
        if (config.keys().isPresent() && others.isEmpty()) {
            errors.add(AT + "regions: there is no other region; without one the keys are for nothing");
        }
        if (config.keys().isEmpty() && !others.isEmpty()) {
            errors.add(AT + "keys: needed where there are other regions");
        }
        if (!errors.isEmpty()) {
            throw new ConfigurationException(
                    "Passports are not configured correctly:\n  " + String.join("\n  ", errors));
        }
        urls.forEach((name, url) -> partners.put(
                name,
                new Partner(
                        name,
                        PartnerKeys.at(name, URI.create(url + KeysDoor.PATH)),
                        URI.create(url + ReturnsDoor.PATH))));
    }

    boolean isOn() {
        return keys != null;
    }

    /** The name of this region. */
    String own() {
        return own;
    }

    Duration lifetime() {
        return lifetime;
    }

    Duration returnsAge() {
        return returnsAge;
    }

    /** Only where {@link #isOn}. */
    SigningKeys keys() {
        if (keys == null) {
            throw new IllegalStateException("passports are off");
        }
        return keys;
    }

    Collection<Partner> partners() {
        return partners.values();
    }

    Optional<Partner> find(String name) {
        return Optional.ofNullable(partners.get(name));
    }

    private Duration within(String name, Duration length, Duration most) {
        if (length.compareTo(Duration.ofSeconds(1)) < 0 || length.compareTo(most) > 0) {
            errors.add(AT + name + ": from a second to " + most);
        }
        return length;
    }

    private @Nullable SigningKeys keys(Path file) {
        try {
            return SigningKeys.read(file);
        } catch (IllegalArgumentException wrong) {
            errors.add(AT + "keys: " + wrong.getMessage());
            return null;
        }
    }

    private void partner(String text, Map<String, URI> urls) {
        var at = AT + "regions: '" + text + "' ";
        int end = text.indexOf('=');
        if (end < 0 || !NAME.matcher(text.substring(0, end)).matches()) {
            errors.add(at + "is no NAME=URL; a region's name is 1 to 64 characters of A-Z, a-z, 0-9, '.', '_' and '-'");
            return;
        }
        var name = text.substring(0, end);
        if (name.equals(own)) {
            errors.add(at + "is the region itself (overture.region)");
        }
        url(text.substring(end + 1))
                .ifPresentOrElse(
                        url -> {
                            if (urls.putIfAbsent(name, url) != null) {
                                errors.add(at + "names a region that has an address already");
                            }
                        },
                        () -> errors.add(at + "has no address by https such as https://us-east.visit.example"));
    }

    private static Optional<URI> url(String text) {
        try {
            var url = URI.create(text.replaceAll("/+$", ""));
            boolean isPlain = url.getHost() != null && url.getQuery() == null && url.getFragment() == null;
            boolean isSecure = "https".equals(url.getScheme())
                    || "http".equals(url.getScheme()) && LOOPBACK.contains(String.valueOf(url.getHost()));
            return isPlain && isSecure ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }
}
