package io.overture.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class IssuerFiguresTest {

    private static final String AWAY = "event=issuer_away why=\"gone\"";
    private static final String FOUND = "event=issuer_found";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2027-03-01T10:00:00Z");
    private final IssuerFigures figures = new IssuerFigures(meters, () -> now);

    @Test
    void while_it_stays_away_the_log_reminds_now_and_then() {
        try (var log = new Logged(IssuerFigures.class)) {
            for (int i = 0; i < 10; i++) {
                figures.isAway("gone");
                now = now.plus(IssuerFigures.REMINDER.dividedBy(10));
            }
            assertThat(said(log)).containsExactly(AWAY);

            figures.isAway("gone");
            figures.isAway("gone");

            assertThat(said(log)).containsExactly(AWAY, AWAY);
            assertThat(meters.counter("overture.issuer.asked", "result", "away").count())
                    .isEqualTo(12);
        }
    }

    @Test
    void what_was_found_and_goes_again_is_told_at_once() {
        try (var log = new Logged(IssuerFigures.class)) {
            figures.isAway("gone");
            figures.isThere();
            figures.isThere();
            now = now.plus(Duration.ofSeconds(1));
            figures.isAway("gone");

            assertThat(said(log)).containsExactly(AWAY, FOUND, AWAY);
        }
    }

    private static List<String> said(Logged log) {
        return log.records().stream().map(LogRecord::getMessage).toList();
    }
}
