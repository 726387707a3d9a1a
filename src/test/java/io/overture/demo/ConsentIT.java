package io.overture.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing before she agrees, and nothing after she changes her mind. */
@ExtendWith(House.class)
class ConsentIT {

    private static final String STORED_BY_US = "() => localStorage.overture ?? null";
    /** As long as a withdrawal is remembered, so that what is still on its way is dropped. */
    private static final Duration TOMBSTONE = Duration.ofHours(24);

    @Test
    void before_she_answers_nothing_is_stored_sent_or_connected(Guest guest) {
        var tab = guest.opensWithClock("/");

        tab.goes("/piece/W-100").unfolds("sizing", "materials", "provenance").passes(Duration.ofMinutes(2));

        assertThat(tab.page().evaluate(STORED_BY_US)).isNull();
        assertThat(tab.page().evaluate("() => document.cookie")).isEqualTo("");
        assertThat(tab.beacons()).isEmpty();
        assertThat(tab.sockets()).isZero();
    }

    @Test
    void a_refusal_is_kept_to(Guest guest) {
        var tab = guest.opensWithClock("/").presses("Only what is necessary");

        tab.goes("/piece/W-100").unfolds("sizing", "materials", "provenance").passes(Duration.ofMinutes(2));

        assertThat(tab.page().evaluate(STORED_BY_US)).isNull();
        assertThat(tab.beacons()).isEmpty();
        assertThat(tab.sockets()).isZero();
    }

    @Test
    void withdrawn_in_the_footer_it_is_forgotten_here_and_there(Guest guest) {
        var tab = guest.comesTo("/piece/W-100")
                .looksAt("W-100", "sizing", "materials", "delivery")
                .seesCard();
        var key = guest.key(tab);

        tab.presses("Privacy choices").presses("Only what is necessary");

        assertThat(tab.card()).hasCount(0);
        assertThat(tab.page().evaluate(STORED_BY_US)).isNull();
        tab.until(() -> guest.keeping().isTombstone(key));
        assertThat(guest.keeping().lifetime(key)).isPositive().isLessThanOrEqualTo(TOMBSTONE.toMillis());
    }
}
