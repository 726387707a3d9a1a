package io.overture.intake;

import static io.overture.intake.Pages.HEARTBEAT;
import static io.overture.intake.Pages.KEY;
import static io.overture.intake.Pages.hello;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Input;
import io.overture.push.CloseCode;
import io.overture.push.FakeTimers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A socket in time that a test lets pass: its heartbeat, its silence, its end. */
class SocketLifeTest {

    private final Pages pages = new Pages();
    private final FakeTimers time = pages.time;
    private final FakeFlow flow = pages.flow;

    @Test
    void it_beats() {
        var page = pages.page().says(hello());
        for (int i = 0; i < 4; i++) {
            time.pass(HEARTBEAT);
            page.visitor.heard();
        }

        assertThat(page.wire.pings()).isEqualTo(4);
        assertThat(page.closed()).isEmpty();
    }

    @Test
    void silence() {
        var page = pages.page().says(hello());
        time.pass(Duration.ofSeconds(20));
        page.visitor.heard();
        time.pass(Duration.ofMillis(49_999));
        assertThat(page.closed()).isEmpty();

        time.pass(Duration.ofMillis(1));

        assertThat(page.closed()).hasValue(4408);
    }

    @Test
    void a_tab_is_taken_off_when_she_stays_away() {
        var page = pages.page().says(hello());
        page.visitor.closed();
        time.pass(Duration.ofMillis(4999));
        assertThat(flow.inputs()).hasSize(1);

        time.pass(Duration.ofMillis(1));

        assertThat(flow.submitted.getLast()).isEqualTo(new FakeFlow.Submitted(KEY, new Input.Left(page.socket.tab())));
    }

    @Test
    void that_a_page_was_closed_is_said_at_once_and_not_of_one_the_service_ended() {
        var page = pages.page().says(hello());
        var ended = pages.page().says(hello());
        ended.socket.close(CloseCode.RESTARTING);

        page.visitor.closed();
        ended.visitor.closed();

        assertThat(pages.closed).containsExactly(page.socket.tab());
    }

    @Test
    void who_never_had_a_tab_leaves_none() {
        var page = pages.page().says(Documents.with(hello(), "/consent", "-"));
        page.visitor.closed();

        time.pass(Duration.ofMinutes(1));

        assertThat(flow.inputs()).singleElement().isInstanceOf(Input.Greeted.class);
    }

    @Test
    void nothing_happens_to_a_closed_socket() {
        var page = pages.page();

        page.visitor.closed();

        time.pass(Duration.ofMinutes(10));
        assertThat(page.closed()).isEmpty();
        assertThat(page.wire.pings()).isZero();
    }
}
