package io.overture.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    @ParameterizedTest
    @CsvSource({
        "https://id.example/realms/house,https://id.example",
        "https://id.example:8443/,https://id.example:8443",
        "http://localhost:8180/realms/house,http://localhost:8180"
    })
    void the_page_may_speak_to_the_issuer_and_to_nobody_else(String issuer, String origin) {
        var signIn = SignIn.of(config(issuer, "console"), false);

        assertThat(signIn.issuerOrigin()).isEqualTo(origin);
    }

    @Test
    void without_an_issuer_the_page_speaks_to_the_service_only() {
        var signIn = SignIn.of(config(null, null), true);

        assertThat(ConsoleDoor.policy(signIn)).contains("connect-src 'self'; ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example",
                "https:///realms/house",
                "https://id.example/?realm=house",
                "https://id.example/#house",
                "https://user@id.example",
                "ftp://localhost",
                "id.example"
            })
    void an_issuer_that_is_not_one_keeps_the_service_from_starting(String issuer) {
        var config = config(issuer, "console");

        assertThatThrownBy(() -> SignIn.of(config, false)).hasMessageContaining("overture.console.issuer");
    }

    @ParameterizedTest
    @CsvSource({"https://id.example,", ",console"})
    void issuer_and_client_id_belong_together(@Nullable String issuer, @Nullable String clientId) {
        var config = config(issuer, clientId);

        assertThatThrownBy(() -> SignIn.of(config, false)).hasMessageContaining("belong together");
    }

    private static ConsoleConfig config(@Nullable String issuer, @Nullable String clientId) {
        return new ConsoleConfig() {
            @Override
            public Optional<URI> issuer() {
                return Optional.ofNullable(issuer).map(URI::create);
            }

            @Override
            public Optional<String> clientId() {
                return Optional.ofNullable(clientId);
            }
        };
    }
}
