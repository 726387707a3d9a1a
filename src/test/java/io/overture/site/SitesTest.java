package io.overture.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SitesTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void a_site_is_as_it_is_configured() {
        var configured = config(Map.of(
                "origins", "https://a.example,https://b.example",
                "identity.secret", SECRET,
                "trust-event-prices", "true"));

        var site = new Sites(configured).find("shop").orElseThrow();

        assertThat(site.key()).isEqualTo("shop");
        assertThat(site.allowsOrigin("https://b.example")).isTrue();
        assertThat(site.identity()).contains(new Identity.Secret(SECRET));
        assertThat(site.trustsEventPrices()).isTrue();
    }

    @Test
    void prices_are_not_trusted_and_nobody_is_known_unless_that_is_said() {
        var site = new Sites(config(Map.of("origins", "https://a.example")))
                .find("shop")
                .orElseThrow();

        assertThat(site.trustsEventPrices()).isFalse();
        assertThat(site.identity()).isEmpty();
    }

    @Test
    void a_key_set_is_for_rs256_unless_another_is_named() {
        var site = new Sites(
                        config(Map.of("origins", "https://a.example", "identity.jwks-url", "https://a.example/keys")))
                .find("shop")
                .orElseThrow();

        assertThat(site.identity())
                .get()
                .isInstanceOfSatisfying(
                        Identity.KeySet.class,
                        keys -> assertThat(keys.algorithm()).isEqualTo(Identity.Algorithm.RS256));
    }

    @Test
    void a_secret_does_not_print_itself() {
        assertThat(new Identity.Secret(SECRET)).asString().doesNotContain(SECRET);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("overture.sites.shop.origins", Map.of("origins", "www.example.com")),
                Arguments.of("overture.sites.shop.origins", Map.of("origins", "https://a.example/shop")),
                Arguments.of("overture.sites.shop.origins", Map.of("origins", "https://*.example")),
                Arguments.of("overture.sites.shop.origins", Map.of("origins", "null")),
                Arguments.of("overture.sites.shop.origins", Map.of("origins", "https://a.example,ftp://b.example")),
                Arguments.of("overture.sites.shop.identity.secret", Map.of("identity.secret", "too short")),
                Arguments.of(
                        "overture.sites.shop.identity:",
                        Map.of("identity.secret", SECRET, "identity.jwks-url", "https://a.example/keys")),
                Arguments.of("overture.sites.shop.identity.jwks-url", Map.of("identity.jwks-url", "keys.json")),
                Arguments.of("overture.sites.shop.identity.jwks-url", Map.of("identity.jwks-url", "file:///keys")),
                Arguments.of(
                        "overture.sites.shop.identity.jwks-url", Map.of("identity.jwks-url", "http://a.example/keys")),
                Arguments.of(
                        "overture.sites.shop.identity.jwks-url",
                        Map.of("identity.jwks-url", "http://localhost.example/keys")),
                Arguments.of(
                        "overture.sites.shop.identity.algorithm",
                        Map.of("identity.secret", SECRET, "identity.algorithm", "RS256")),
                Arguments.of(
                        "overture.sites.shop.identity.algorithm",
                        Map.of("identity.jwks-url", "https://a.example/keys", "identity.algorithm", "HS256")),
                Arguments.of(
                        "overture.sites.shop.identity.algorithm",
                        Map.of("identity.jwks-url", "https://a.example/keys", "identity.algorithm", "none")),
                Arguments.of("overture.sites.shop.identity.algorithm", Map.of("identity.algorithm", "HS256")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_stops_the_start_and_is_named_by_its_key(String key, Map<String, String> settings) {
        var all = new HashMap<>(Map.of("origins", "https://a.example"));
        all.putAll(settings);

        assertThatThrownBy(() -> new Sites(config(all)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void every_mistake_is_said_at_once() {
        var configured = config(Map.of("origins", "a,b", "identity.secret", "short", "identity.algorithm", "none"));

        assertThatThrownBy(() -> new Sites(configured))
                .hasMessageContaining("'a'")
                .hasMessageContaining("'b'")
                .hasMessageContaining("identity.secret")
                .hasMessageContaining("identity.algorithm");
    }

    private static SitesConfig config(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        settings.forEach((key, value) -> properties.put("overture.sites.shop." + key, value));
        return new SmallRyeConfigBuilder()
                .withMapping(SitesConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(SitesConfig.class);
    }
}
