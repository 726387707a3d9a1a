package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.flow.Unavailable;
import io.overture.traffic.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the door over HTTP refuses is counted once, by its reason. */
class CountedRefusalsTest extends AtBeaconDoor {

    private static final String TOO_LONG = " ".repeat(70_000);

    @AfterEach
    void takeEverything() {
        flow.answers = new FakeFlow().answers;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://demo.example, text/plain, demo, 204, -",
                "https://demo.example, text/plain, dmeo, 403, UNKNOWN_SITE",
                "https://else.example, text/plain, demo, 403, ORIGIN",
                "null, text/plain, demo, 403, ORIGIN",
                "https://demo.example, text/html, demo, 415, UNSUPPORTED",
            })
    void by_whom_and_how(String origin, String type, String site, int status, Refusal reason) {
        var body = Documents.with(beacon(), "/site", "\"" + site + "\"");
        double before = all();

        var answer = post(body, Map.of("Origin", origin, "Content-Type", type));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(all() - before).isEqualTo(reason == null ? 0 : 1);
        if (reason != null) {
            assertThat(count(reason)).isPositive();
        }
    }

    @Test
    void what_is_not_valid_or_too_large() {
        double invalid = count(Refusal.INVALID);
        double large = count(Refusal.TOO_LARGE);

        post("{}");
        post("not JSON");
        post(beacon() + TOO_LONG);

        assertThat(count(Refusal.INVALID) - invalid).isEqualTo(2);
        assertThat(count(Refusal.TOO_LARGE) - large).isEqualTo(1);
    }

    @Test
    void who_comes_too_often_and_what_the_store_could_not_take() {
        double fast = count(Refusal.TOO_FAST);
        double away = count(Refusal.UNAVAILABLE);
        var often = beacon();
        for (int i = 0; i <= BURST; i++) {
            post(often);
        }
        flow.answers = (key, input) -> Uni.createFrom().failure(new Unavailable("away", Duration.ofSeconds(1)));
        post(beacon());

        assertThat(count(Refusal.TOO_FAST) - fast).isEqualTo(1);
        assertThat(count(Refusal.UNAVAILABLE) - away).isEqualTo(1);
    }

    private double count(Refusal reason) {
        return meters.get("overture.traffic.refused")
                .tag("reason", reason.word())
                .counter()
                .count();
    }

    private double all() {
        return java.util.Arrays.stream(Refusal.values())
                .mapToDouble(this::count)
                .sum();
    }
}
