package io.overture.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.demo.Counts.Tally;
import io.overture.engine.Entry;
import io.overture.visitor.VisitorKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final VisitorKey ONE = VisitorKey.of("demo", "1".repeat(32));
    private static final VisitorKey OTHER = VisitorKey.of("demo", "2".repeat(32));

    private final Counts counts = new Counts();

    @Test
    void a_visit_that_ended_uninvited_was_left_in_peace() {
        counts.happened(ONE, began());
        counts.happened(OTHER, began());

        counts.happened(ONE, ended(0));

        assertThat(counts.tally()).isEqualTo(new Tally(2, 0, 1));
    }

    @Test
    void a_visit_is_invited_once_however_often_it_is() {
        counts.happened(ONE, began());
        counts.happened(ONE, offered());
        counts.happened(ONE, offered());

        counts.happened(ONE, ended(2));

        assertThat(counts.tally()).isEqualTo(new Tally(1, 1, 0));
    }

    @Test
    void her_next_visit_counts_for_itself() {
        counts.happened(ONE, began());
        counts.happened(ONE, offered());
        counts.happened(ONE, ended(1));

        counts.happened(ONE, began());
        counts.happened(ONE, offered());

        assertThat(counts.tally()).isEqualTo(new Tally(2, 2, 0));
    }

    private static Entry began() {
        return new Entry.SessionBegan(1, null, null);
    }

    private static Entry ended(int offered) {
        return new Entry.SessionEnded(Instant.EPOCH, offered, 0);
    }

    private static Entry offered() {
        return new Entry.InvitationOffered("i", "t", null, BigDecimal.ONE, "en", List.of("chat"), Instant.EPOCH);
    }
}
