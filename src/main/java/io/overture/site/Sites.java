package io.overture.site;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The storefronts we serve. A node whose sites are not configured correctly does not start. */
@Startup
@Singleton
public class Sites {

    private final Map<String, Site> byKey;

    @Inject
    Sites(SitesConfig config) {
        this(checked(config));
    }

    /** For whoever has sites at hand without a configuration. */
    public Sites(Collection<Site> sites) {
        byKey = sites.stream().collect(Collectors.toUnmodifiableMap(Site::key, Function.identity()));
    }

    public Optional<Site> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public Collection<Site> all() {
        return byKey.values();
    }

    private static List<Site> checked(SitesConfig config) {
        var check = new SitesCheck();
        var sites = config.sites().entrySet().stream()
                .map(each -> check.site(each.getKey(), each.getValue()))
                .toList();
        if (!check.errors().isEmpty()) {
            throw new ConfigurationException(
                    "The sites are not configured correctly:\n  " + String.join("\n  ", check.errors()));
        }
        return sites;
    }
}
