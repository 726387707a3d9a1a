package io.overture.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A region that is not configured correctly does not start, and says everything that is wrong. */
class PartnersTest {

    private static final Duration LIFE = Duration.ofMinutes(3);
    private static final Duration AGE = Duration.ofHours(24);

    @TempDir
    private Path folder;

    private record Said(Optional<Path> keys, Duration lifetime, Duration returnsAge, Optional<List<String>> regions)
            implements PassportConfig {}

    @Test
    void nothing_said_is_off() {
        var regions = new Regions(said(Optional.empty(), LIFE, AGE), "europe");

        assertThat(regions.isOn()).isFalse();
        assertThat(regions.partners()).isEmpty();
    }

    @Test
    void partners_have_their_doors_below_their_address() throws Exception {
        var regions = new Regions(said(keys(), LIFE, AGE, "japan=https://jp.visit.example/"), "europe");

        assertThat(regions.isOn()).isTrue();
        assertThat(regions.find("japan"))
                .get()
                .satisfies(partner ->
                        assertThat(partner.returns()).hasToString("https://jp.visit.example/v1/passport/returns"));
        assertThat(regions.find("america")).isEmpty();
    }

    @Test
    void a_name_has_every_character_that_a_region_may_have() throws Exception {
        var regions = new Regions(said(keys(), LIFE, AGE, "ap-northeast=https://ap.visit.example"), "eu-west");

        assertThat(regions.find("ap-northeast")).isPresent();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var config = said(
                Optional.of(folder.resolve("missing.json")),
                Duration.ofHours(1),
                Duration.ofDays(30),
                "europe=https://eu.visit.example",
                "japan=http://jp.visit.example",
                "us east=https://us.visit.example",
                "https://me.visit.example",
                "ap-northeast=https://one.example",
                "ap-northeast=https://two.example");

        assertThatThrownBy(() -> new Regions(config, "europe"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("overture.passport.keys: the file cannot be read")
                .hasMessageContaining("overture.passport.lifetime: from a second to PT10M")
                .hasMessageContaining("overture.passport.returns-age")
                .hasMessageContaining(
                        "overture.passport.regions: 'europe=https://eu.visit.example' is the region itself")
                .hasMessageContaining("overture.passport.regions: 'japan=http://jp.visit.example' has no address")
                .hasMessageContaining("'us east=https://us.visit.example' is no NAME=URL")
                .hasMessageContaining("'https://me.visit.example' is no NAME=URL")
                .hasMessageContaining("'ap-northeast=https://two.example' names a region that has an address already");
    }

    @Test
    void keys_need_regions_and_regions_need_keys() throws Exception {
        var keys = keys();

        assertThatThrownBy(() -> new Regions(said(keys, LIFE, AGE), "europe"))
                .hasMessageContaining("overture.passport.regions");
        assertThatThrownBy(() ->
                        new Regions(said(Optional.empty(), LIFE, AGE, "japan=https://jp.visit.example"), "europe"))
                .hasMessageContaining("overture.passport.keys");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jp.visit.example", "ftp://jp.example", "https://", "https://jp.example/?a=1", "http://[::2]"})
    void an_address_is_one_by_https(String url) throws Exception {
        var config = said(keys(), LIFE, AGE, "japan=" + url);

        assertThatThrownBy(() -> new Regions(config, "europe"))
                .hasMessageContaining("overture.passport.regions: 'japan=" + url + "' has no address");
    }

    private Optional<Path> keys() throws IOException, JoseException {
        return Optional.of(
                Files.writeString(folder.resolve("keys.json"), SigningKeysTest.set(SigningKeysTest.key("a"))));
    }

    private static Said said(Optional<Path> keys, Duration lifetime, Duration age, String... regions) {
        return new Said(keys, lifetime, age, Optional.of(List.of(regions)));
    }
}
