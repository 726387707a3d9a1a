package io.overture.ops;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IssuerCheckTest {

    static Stream<Optional<List<String>>> anybodys() {
        return Stream.of(Optional.empty(), Optional.of(List.of()), Optional.of(List.of("any")));
    }

    @ParameterizedTest
    @MethodSource("anybodys")
    void tokens_of_any_service_stop_the_start(Optional<List<String>> audience) {
        assertThatThrownBy(() -> IssuerCheck.check(true, audience))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("QUARKUS_OIDC_TOKEN_AUDIENCE");
    }

    @ParameterizedTest
    @MethodSource("anybodys")
    void without_an_issuer_there_is_nothing_to_check(Optional<List<String>> audience) {
        assertThatCode(() -> IssuerCheck.check(false, audience)).doesNotThrowAnyException();
    }

    @Test
    void an_audience_of_its_own_lets_it_start() {
        assertThatCode(() -> IssuerCheck.check(true, Optional.of(List.of("overture"))))
                .doesNotThrowAnyException();
    }
}
