package io.overture.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which nodes are believed to run, between one renewal and the next. */
class LeasesTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Instant SOON = NOW.plusSeconds(2);
    private static final Instant LATER = NOW.plusSeconds(5);
    private final Leases leases = Leases.of("one", Map.of("one", SOON, "two", SOON, "three", LATER), NOW);

    @Test
    void nothing_is_worked_out_again_while_every_lease_runs() {
        assertThat(leases.at(SOON.minusNanos(1))).isSameAs(leases);
        assertThat(leases.live()).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void a_node_is_gone_at_the_very_end_of_its_lease_and_oneself_never() {
        var soon = leases.at(SOON);
        var later = soon.at(LATER);

        assertThat(soon.live()).containsExactlyInAnyOrder("one", "three");
        assertThat(later.live()).containsExactly("one");
        assertThat(later.at(Instant.MAX).live()).containsExactly("one");
    }

    @Test
    void a_lease_that_is_over_when_it_is_told_counts_for_nothing() {
        assertThat(Leases.of("one", Map.of("two", NOW), NOW).live()).containsExactly("one");
    }
}
