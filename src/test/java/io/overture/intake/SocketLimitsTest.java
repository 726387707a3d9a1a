package io.overture.intake;

import static io.overture.intake.Pages.ANSWER;
import static io.overture.intake.Pages.beacon;
import static io.overture.intake.Pages.hello;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Input;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much may be said on sockets, and by how many. */
class SocketLimitsTest {

    private final Pages pages = new Pages();
    private final FakeFlow flow = pages.flow;

    @Test
    void too_many_beacons_of_one_visitor() {
        var page = pages.page(pages.hall(House.limits(1, 100, 100, 100)));

        page.says(hello(), beacon(1), beacon(2));

        assertThat(page.last()).isEqualTo(Documents.read("""
                        {"type": "error", "code": "too_fast", "detail": "too many at once", "source": "p1", "seq": 2,
                         "retryAfter": 1000}"""));
        assertThat(page.closed()).isEmpty();
    }

    @Test
    void a_flood_of_frames() {
        var page = pages.page(pages.hall(House.limits(100, 100, 100, 3)));

        page.says(hello(), ANSWER, ANSWER, ANSWER);

        assertThat(page.closed()).hasValue(4429);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_flood_of_control_frames(boolean areAnswered) {
        var page = pages.page(pages.hall(House.limits(100, 100, 100, 4))).says(hello());

        for (int i = 0; i < 4; i++) {
            page.visitor.control(125, areAnswered);
        }

        assertThat(page.closed()).hasValue(4429);
    }

    @Test
    void beacons_of_one_visitor_are_weighed() {
        var page = pages.page(pages.hall(House.limits(1_000, 100, 100, 1_000))).says(hello());
        var large = " ".repeat(60 * 1024);

        for (int seq = 1; seq <= Rates.VISITOR_BYTES_AT_ONCE / large.length() + 1; seq++) {
            page.says(beacon(seq) + large);
        }

        assertThat(page.last().path("code").textValue()).isEqualTo("too_fast");
    }

    @Test
    void requests_of_strangers_are_limited_by_address_however_many_ask_and_those_of_clients_are_not() {
        var hall = pages.hall(House.limits(100, 1_000, 1_000, 100));
        var asked = Documents.read("{\"type\": \"request\", \"id\": \"r1\"}").toString();
        var stranger = Documents.with(hello(), "/client", "-");

        for (int i = 0; i < Rates.REQUESTS_AT_ONCE; i++) {
            pages.page(hall)
                    .says(Documents.with(stranger, "/visitor", "\"visitor-number-%08d\"".formatted(i)))
                    .says(asked);
        }
        var late = pages.page(hall).says(stranger).says(asked);
        flow.submitted.clear();
        pages.page(hall).says(hello()).says(asked);

        assertThat(late.last().path("code").textValue()).isEqualTo("too_fast");
        assertThat(flow.inputs()).anyMatch(Input.Asked.class::isInstance);
    }

    @Test
    void a_flood_of_answers_that_wait() {
        flow.answers = (key, input) -> Uni.createFrom().nothing();
        var page = pages.page(pages.hall(House.limits(1000, 100, 100, 1000))).says(hello());

        for (int i = 0; i < VisitorSocket.MOST_IN_FLIGHT; i++) {
            page.says(ANSWER);
        }

        assertThat(page.last().path("code").textValue()).isEqualTo("too_fast");
        assertThat(flow.submitted).hasSize(VisitorSocket.MOST_IN_FLIGHT);
    }

    @Test
    void too_many_sockets_from_one_address() {
        var hall = pages.hall(House.limits(100, 100, 1, 100));
        var first = pages.page(hall);
        var second = pages.page(hall);
        assertThat(second.closed()).hasValue(4429);
        first.visitor.closed();

        var third = pages.page(hall);

        assertThat(third.closed()).isEmpty();
    }

    @Test
    void too_many_new_visitors_from_one_address() {
        var hall = pages.hall(House.limits(100, 1, 100, 100));
        pages.page(hall).says(hello());

        var page = pages.page(hall).says(Documents.with(hello(), "/visitor", "\"another-visitor-of-another-browser\""));

        assertThat(page.closed()).hasValue(4429);
    }

    @Test
    void the_machine_itself_is_exempt_from_limits_by_address() {
        var hall = pages.hall(House.limits(100, 0, 0, 100));

        var page = pages.page(hall, new Caller(House.ORIGIN, new Address("127.0.0.1", true), false))
                .says(hello());

        assertThat(page.closed()).isEmpty();
    }
}
