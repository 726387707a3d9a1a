package io.overture.engine;

import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.other;
import static io.overture.engine.Happenings.view;
import static io.overture.engine.Happenings.wish;
import static io.overture.engine.TestBook.views;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a session ends, and what its time does. */
class SessionsTest {

    @Test
    void lateEventsOfAnEndedSessionReachMemoryAndFireNothing() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello();
        shopper.does(other(shopper.now, "page_view", Map.of()))
                .in("session-2")
                .afterSeconds(10)
                .does(other(shopper.now, "page_view", Map.of()));

        shopper.in("session-1").does(view(shopper.now, WATCH), wish(shopper.now, WATCH));

        assertThat(shopper.last.receipts()).containsExactly(Receipt.LATE);
        assertThat(shopper.invited()).isEmpty();
        assertThat(shopper.visitor.memory().wishes()).containsKey("W-100");
        assertThat(shopper.visitor.session().id()).isEqualTo("session-2");
    }

    @Test
    void aSessionEndsAfterHalfAnHourOfSilence() {
        var shopper = new Shopper(TestBook.book().offers("t", views(1)).facts()).hello();
        shopper.does(view(shopper.now, WATCH)).answers(shopper.invitation(), Input.Response.SHOWN);

        shopper.waits(30 * 60);

        assertThat(shopper.visitor.session()).isNull();
        assertThat(shopper.visitor.memory().visits().newestFirst()).hasSize(1);
        assertThat(shopper.visitor.memory().seen()).containsKey("W-100");
        assertThat(shopper.entries())
                .filteredOn(Entry.SessionEnded.class::isInstance)
                .singleElement()
                .isEqualTo(new Entry.SessionEnded(Shopper.START, 1, 1));
        assertThat(shopper.last.wakeAt()).isNull();
    }

    @Test
    void timeNeverGoesBackForHer() {
        var shopper = new Shopper(TestBook.book().facts()).hello();
        var before = shopper.visitor.steppedAt();

        shopper.afterSeconds(-3_600).does(view(Shopper.START, WATCH));

        assertThat(shopper.visitor.steppedAt()).isEqualTo(before);
    }
}
