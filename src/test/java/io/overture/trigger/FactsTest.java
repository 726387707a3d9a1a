package io.overture.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.TestBook;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is never offered anything. */
class FactsTest {

    private final AtomicInteger draws = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"0.5, 0.6, true", "0.5, 0.5, false", "0.5, 0.4, false", "0, 0.1, true", "0.999, 1, true"})
    void below_the_share_she_is_held_out(double draw, double share, boolean held) {
        assertThat(facts(draw, share).isHeldOut(null)).isEqualTo(held);
    }

    @Test
    void where_nobody_is_held_out_nothing_is_drawn() {
        assertThat(facts(0, 0).isHeldOut(null)).isFalse();

        assertThat(draws).hasValue(0);
    }

    private Facts facts(double draw, double share) {
        var book = TestBook.book().holdout("unknown", share).done();
        return new Facts(
                book,
                item -> null,
                Set.of(),
                () -> {
                    draws.incrementAndGet();
                    return draw;
                },
                () -> "id",
                new Slot.Needless(),
                Service.WITHOUT_DESKS);
    }
}
