package io.overture.intake;

import static io.overture.intake.Pages.MESSAGE;
import static io.overture.intake.Pages.REQUEST;
import static io.overture.intake.Pages.beacon;
import static io.overture.intake.Pages.hello;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What she says on her socket once she is welcome, frame by frame. */
class SocketFramesTest {

    private final Pages pages = new Pages();
    private final FakeFlow flow = pages.flow;

    @ParameterizedTest
    @EnumSource(names = {"TAKEN", "REPEATED", "TOO_FAR_BEHIND", "LATE", "WITHHELD"})
    void a_beacon_is_acknowledged_whatever_became_of_it(Receipt receipt) {
        var page = pages.page().says(hello());
        flow.answers = (key, input) -> Uni.createFrom().item(receipt);

        page.says(beacon(7));

        assertThat(page.last()).isEqualTo(Documents.read("{\"type\": \"ack\", \"source\": \"p1\", \"seq\": 7}"));
    }

    @Test
    void beacons_do_not_wait_for_one_another() {
        var page = pages.page().says(hello());
        var commits = new ArrayList<UniEmitter<? super Receipt>>();
        flow.answers = (key, input) -> Uni.createFrom().emitter(commits::add);
        page.says(beacon(1), beacon(2), beacon(3));

        commits.get(1).complete(Receipt.TAKEN);

        assertThat(commits).hasSize(3);
        assertThat(page.hears()).hasSize(2);
        assertThat(page.last().path("seq").intValue()).isEqualTo(2);
    }

    @Test
    void an_invalid_beacon_is_told_which_one() {
        var page = pages.page().says(hello());

        page.says("{\"type\": \"beacon\", \"source\": \"p1\", \"seq\": 3, \"sentAt\": -1, \"events\": [{}]}");

        assertThat(page.last()).isEqualTo(Documents.read("""
                        {"type": "error", "code": "invalid", "detail": "the frame is not valid", "source": "p1", "seq": 3,
                         "errors": [
                          {"pointer": "/sentAt", "detail": "must be an integer from 0 to 9007199254740992"},
                          {"pointer": "/events/0/name", "detail": "is required"},
                          {"pointer": "/events/0/at", "detail": "is required"}]}"""));
        assertThat(page.closed()).isEmpty();
    }

    @Test
    void without_consent_beacons_are_acknowledged_and_dropped() {
        var page = pages.page().says(Documents.with(hello(), "/consent", "-"));

        page.says(beacon(1));

        assertThat(page.last().path("type").textValue()).isEqualTo("ack");
        assertThat(flow.inputs()).singleElement().isInstanceOf(Input.Greeted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {MESSAGE, REQUEST})
    void without_consent_there_is_no_conversation(String frame) {
        var page = pages.page().says(Documents.with(hello(), "/consent", "-"));

        page.says(frame);

        assertThat(page.last().path("code").textValue()).isEqualTo("invalid");
        assertThat(flow.submitted).hasSize(1);
    }

    @Test
    void an_answer_is_acknowledged_even_if_it_changed_nothing() {
        var page = pages.page().says(hello());
        flow.answers = (key, input) -> Uni.createFrom().item(Receipt.REPEATED);

        page.says("{\"type\": \"invitation\", \"id\": \"i1\", \"response\": \"accepted\", \"channel\": \"call\"}");

        assertThat(page.last()).isEqualTo(Documents.read("{\"type\": \"ack\", \"id\": \"i1\"}"));
        assertThat(flow.inputs().getLast())
                .isEqualTo(new Input.Answered(page.socket.tab(), "i1", Input.Response.ACCEPTED, "call"));
    }

    @Test
    void a_request_is_answered_by_its_conversation() {
        var page = pages.page().says(hello());

        page.says(REQUEST);

        assertThat(page.hears()).hasSize(1);
        assertThat(flow.inputs().getLast()).isEqualTo(new Input.Asked(page.socket.tab(), "r1", "W-100", null));
    }

    @ParameterizedTest
    @CsvSource({"TAKEN, ack,", "REPEATED, ack,", "UNKNOWN, error, invalid", "FULL, error, unavailable"})
    void a_message(Receipt receipt, String type, @Nullable String code) {
        var page = pages.page().says(hello());
        flow.answers = (key, input) -> Uni.createFrom().item(receipt);

        page.says(MESSAGE);

        assertThat(page.last().path("type").textValue()).isEqualTo(type);
        assertThat(page.last().path("code").textValue()).isEqualTo(code);
        assertThat(page.last().path("id").textValue()).isEqualTo("m1");
        assertThat(flow.inputs().getLast()).isEqualTo(new Input.Wrote(page.socket.tab(), "c1", "m1", "Good evening"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"type": "invitation", "response": "shown"}                          | /id       | is required
            {"type": "invitation", "id": "i 1", "response": "shown"}             | /id       | must be 1 to 64 characters of A-Z a-z 0-9 _ -
            {"type": "invitation", "id": 1, "response": "shown"}                 | /id       | must be a string
            {"type": "invitation", "id": "i1"}                                   | /response | is required
            {"type": "invitation", "id": "i1", "response": "maybe"}              | /response | must be shown, accepted, declined or dismissed
            {"type": "invitation", "id": "i1", "response": "Shown"}              | /response | must be shown, accepted, declined or dismissed
            {"type": "invitation", "id": "i1", "response": "accepted", "channel": "C!"} | /channel | must be 1 to 32 characters of a-z _
            {"type": "invitation", "id": "i1", "response": "accepted", "channel": 1} | /channel | must be a string
            {"type": "request"}                                                  | /id       | is required
            {"type": "request", "id": ""}                                        | /id       | must be 1 to 64 characters of A-Z a-z 0-9 _ -
            {"type": "request", "id": "r1", "item": {}}                          | /item     | must be a string or an integer
            {"type": "message", "id": "m1", "text": "x"}                         | /conversation | is required
            {"type": "message", "conversation": "c1", "text": "x"}               | /id       | is required
            {"type": "message", "conversation": "c1", "id": "m1"}                | /text     | is required
            {"type": "message", "conversation": "c1", "id": "m1", "text": ""}    | /text     | must have 1 to 2000 characters
            {"type": "message", "conversation": "c1", "id": "m1", "text": 1}     | /text     | must be a string
            {"type": "message", "conversation": "c1", "id": "m1", "text": "x", "text": "x"} | /text | is there twice
            {"type": "beacon", "source": "p1", "seq": 1, "sentAt": 1}            | /events   | is required
            {"type": "beacon", "seq": 1, "sentAt": 1, "events": []}              | /source   | is required
            {"type": "beacon", "source": "p1", "seq": "1", "sentAt": 1, "events": []} | /seq | must be a number
            """)
    void a_frame_with_one_thing_wrong(String frame, String pointer, String detail) {
        var page = pages.page().says(hello());

        page.says(frame);

        assertThat(page.last().path("code").textValue()).isEqualTo("invalid");
        assertThat(page.last().path("errors"))
                .singleElement()
                .isEqualTo(Documents.JSON
                        .createObjectNode()
                        .put("pointer", pointer)
                        .put("detail", detail));
        assertThat(page.closed()).isEmpty();
        assertThat(flow.submitted).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2000, ack", "2001, error"})
    void a_message_has_two_thousand_characters(int length, String type) {
        var page = pages.page().says(hello());

        page.says(Documents.with(MESSAGE, "/text", "\"" + "x".repeat(length) + "\""));

        assertThat(page.last().path("type").textValue()).isEqualTo(type);
    }

    @Test
    void a_store_that_is_away_refuses_and_the_socket_stays() {
        var page = pages.page().says(hello());
        flow.answers = (key, input) -> Uni.createFrom().failure(new Unavailable("away", Duration.ofSeconds(2)));

        page.says(beacon(4));

        assertThat(page.last()).isEqualTo(Documents.read("""
                        {"type": "error", "code": "unavailable", "detail": "send it again later", "source": "p1",
                         "seq": 4, "retryAfter": 2000}"""));
        assertThat(page.closed()).isEmpty();
    }
}
