package io.overture.protocol;

import static io.overture.Operator.explain;
import static io.overture.protocol.House.NODE;
import static io.overture.protocol.House.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.BrowserClient;
import io.overture.Ga4;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The client token: believed when it is right, ignored when it is not, never an error. */
class IdentityIT {

    private static final Duration A_WHILE = Duration.ofMinutes(30);

    private final BrowserClient browser = new BrowserClient();

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"vic, 15000", "client, 7500", "a-tier-without-a-multiplier, 7500"})
    void a_right_one(String tier, String weight) {
        browser.carries(token("ada", tier)).happens(NODE, Ga4.view("P-1", "precious", 10_000));

        assertThat(explain(NODE, browser, "precious").path("weight").decimalValue())
                .isEqualByComparingTo(weight);
    }

    static Stream<String> wrong() {
        return Stream.of(
                token("ada", "vic", "demo", Duration.ofMinutes(-5), House.SECRET),
                token("ada", "vic", "demo", Duration.ofHours(3), House.SECRET),
                token("ada", "vic", "elsewhere", A_WHILE, House.SECRET),
                token("ada", "vic", "demo", A_WHILE, "another-another-another-another-32"),
                // {"alg":"none"}
                "eyJhbGciOiJub25lIn0." + token("ada", "vic").split("\\.")[1] + ".",
                "nonsense");
    }

    @ParameterizedTest
    @MethodSource
    void wrong(String wrong) {
        browser.carries(wrong).happens(NODE, Ga4.named("page_view"));

        assertThat(explain(NODE, browser).path("relationship").asText()).isEqualTo("unknown");
    }

    @Test
    void she_is_known_for_the_session() {
        browser.carries(token("ada", "vic")).happens(NODE, Ga4.named("page_view"));

        browser.carries(null).happens(NODE, Ga4.named("page_view"));

        assertThat(explain(NODE, browser).path("relationship").asText()).isEqualTo("vic");
    }

    @ParameterizedTest
    @CsvSource({"ada, true", "grace, false"})
    void who_is_somebody_else_inherits_nothing(String second, boolean remembered) {
        browser.carries(token("ada", "vic")).happens(NODE, Ga4.wish("W-9", "watches", 9_000));

        browser.comesAgain().carries(token(second, "vic")).happens(NODE, Ga4.view("W-9", "watches", 9_000));

        assertThat(explain(NODE, browser, "returning").path("holds").asBoolean())
                .isEqualTo(remembered);
    }
}
