package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Unavailable;
import io.overture.push.FakeWire;
import io.overture.push.Socket;
import io.overture.push.Sockets;
import io.overture.store.Nodes;
import io.overture.visitor.Consent;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said on a visitor's socket, frame by frame, in time that a test lets pass. */
class VisitorSocketTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Duration HEARTBEAT = Duration.ofSeconds(25);
    private static final VisitorKey KEY = VisitorKey.of("demo", Documents.VISITOR);
    private static final String ANSWER = "{\"type\": \"invitation\", \"id\": \"i1\", \"response\": \"shown\"}";
    private static final String MESSAGE =
            "{\"type\": \"message\", \"conversation\": \"c1\", \"id\": \"m1\", \"text\": \"Good evening\"}";
    private static final String REQUEST = "{\"type\": \"request\", \"id\": \"r1\", \"item\": \"W-100\"}";

    private final FakeTimers time = new FakeTimers();
    private final FakeFlow flow = new FakeFlow();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Sockets sockets = new Sockets(new OneNode(), meters);

    private record OneNode() implements Nodes {
        @Override
        public String self() {
            return "n1";
        }

        @Override
        public Set<String> live() {
            return Set.of("n1");
        }
    }

    /** A page and its socket. */
    private final class Page {
        final FakeWire wire = new FakeWire();
        final Socket socket = sockets.open(wire);
        final VisitorSocket visitor;

        Page(Hall hall, Caller caller) {
            visitor = new VisitorSocket(hall, socket, caller);
        }

        Page says(String... frames) {
            for (var frame : frames) {
                visitor.received(frame);
            }
            return this;
        }

        List<JsonNode> hears() {
            return wire.frames().stream().map(Documents::read).toList();
        }

        JsonNode last() {
            return hears().getLast();
        }

        OptionalInt closed() {
            return wire.closed();
        }
    }

    @Test
    void a_hello_is_welcomed_once_it_is_committed() {
        var commits = new ArrayList<UniEmitter<? super Receipt>>();
        flow.answers = (key, input) -> Uni.createFrom().emitter(commits::add);
        var page = page().says(hello());
        assertThat(page.hears()).isEmpty();

        commits.getFirst().complete(Receipt.TAKEN);

        assertThat(page.hears())
                .containsExactly(
                        Documents.read("{\"type\": \"welcome\", \"serverTime\": 1764000000000, \"heartbeat\": 25000}"));
        assertThat(flow.submitted.getFirst().key()).isEqualTo(KEY);
        assertThat(flow.inputs().getFirst()).isInstanceOfSatisfying(Input.Greeted.class, greeted -> {
            assertThat(greeted.tab()).isEqualTo(page.socket.tab());
            assertThat(greeted.tab().node()).isEqualTo("n1");
            assertThat(greeted.session()).isEqualTo(Handle.digest(Documents.SESSION));
            assertThat(greeted.standing().client()).isEqualTo(House.ADA);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "7",
                "null",
                "{}",
                "{\"type\": 1}",
                "{\"type\": \"nonsense\"}",
                "{\"type\": \"Hello\"}",
                "{\"type\": \"hello\"",
                "{\"type\": \"hello\"} {}"
            })
    void what_is_not_understood(String frame) {
        var page = page().says(frame);

        assertThat(page.closed()).hasValue(4400);
    }

    @Test
    void what_is_not_understood_later() {
        var page = page().says(hello(), "nonsense");

        assertThat(page.closed()).hasValue(4400);
    }

    @Test
    void bytes_are_not_understood() {
        var page = page();

        page.visitor.receivedBinary();

        assertThat(page.closed()).hasValue(4400);
    }

    @ParameterizedTest
    @ValueSource(strings = {ANSWER, MESSAGE, REQUEST, "{\"type\": \"beacon\"}"})
    void nobody_speaks_before_hello(String frame) {
        var page = page().says(frame);

        assertThat(page.closed()).hasValue(4401);
        assertThat(flow.submitted).isEmpty();
    }

    @Test
    void a_hello_in_time() {
        var page = page();
        time.pass(Duration.ofMillis(4999));

        page.says(hello());

        time.pass(Duration.ofSeconds(1));
        assertThat(page.closed()).isEmpty();
    }

    @Test
    void no_hello_in_time() {
        var page = page();

        time.pass(Duration.ofSeconds(5));

        assertThat(page.closed()).hasValue(4401);
    }

    @Test
    void a_wrong_hello_is_told_what_is_wrong_and_may_be_said_again() {
        var page = page().says("{\"type\": \"hello\", \"site\": \"demo\", \"visitor\": \"short\"}");
        assertThat(page.last()).isEqualTo(Documents.read("""
                        {"type": "error", "code": "invalid", "detail": "the frame is not valid", "errors": [
                          {"pointer": "/visitor", "detail": "must be 22 to 64 characters of A-Z a-z 0-9 _ -"},
                          {"pointer": "/session", "detail": "is required"}]}"""));

        page.says(hello());

        assertThat(page.last().path("type").textValue()).isEqualTo("welcome");
    }

    @Test
    void an_unknown_site_is_refused() {
        var page = page().says(Documents.with(hello(), "/site", "\"nowhere\""));

        assertThat(page.closed()).hasValue(4403);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "https://elsewhere.example", "NIL"},
            nullValues = "NIL")
    void a_foreign_origin_is_refused(@Nullable String origin) {
        var page =
                page(new Caller(origin, new Address("192.0.2.1", false), false)).says(hello());

        assertThat(page.closed()).hasValue(4403);
        assertThat(flow.submitted).isEmpty();
    }

    @Test
    void global_privacy_control() {
        page(new Caller(House.ORIGIN, new Address("192.0.2.1", false), true)).says(hello());

        assertThat(flow.inputs().getFirst()).isInstanceOfSatisfying(Input.Greeted.class, greeted -> {
            assertThat(greeted.standing().consent()).isEqualTo(new Consent(true, false));
            assertThat(greeted.standing().client()).isNull();
        });
    }

    @Test
    void another_hello_replaces_what_was_said() {
        var page = page().says(hello());

        page.says(Documents.with(hello(), "/consent/personalization_storage", "\"denied\""), beacon(1));

        assertThat(page.hears().stream().map(frame -> frame.path("type").textValue()))
                .containsExactly("welcome", "welcome", "ack");
        assertThat(flow.inputs().getLast())
                .isInstanceOfSatisfying(
                        Input.Arrived.class,
                        arrived -> assertThat(arrived.beacon().standing().consent())
                                .isEqualTo(new Consent(true, false)));
    }

    @Test
    void a_socket_stays_with_one_visitor() {
        var page = page().says(hello());

        page.says(Documents.with(hello(), "/visitor", "\"another-visitor-of-another-browser\""));

        assertThat(page.last().path("code").textValue()).isEqualTo("invalid");
        assertThat(page.last().at("/errors/0/pointer").textValue()).isEqualTo("/visitor");
        assertThat(flow.submitted).hasSize(1);
        assertThat(page.closed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TAKEN", "REPEATED", "TOO_FAR_BEHIND", "LATE", "WITHHELD"})
    void a_beacon_is_acknowledged_whatever_became_of_it(Receipt receipt) {
        var page = page().says(hello());
        flow.answers = (key, input) -> Uni.createFrom().item(receipt);

        page.says(beacon(7));

        assertThat(page.last()).isEqualTo(Documents.read("{\"type\": \"ack\", \"source\": \"p1\", \"seq\": 7}"));
    }

    @Test
    void beacons_do_not_wait_for_one_another() {
        var page = page().says(hello());
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
        var page = page().says(hello());

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
        var page = page().says(Documents.with(hello(), "/consent", "-"));

        page.says(beacon(1));

        assertThat(page.last().path("type").textValue()).isEqualTo("ack");
        assertThat(flow.inputs()).singleElement().isInstanceOf(Input.Greeted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {MESSAGE, REQUEST})
    void without_consent_there_is_no_conversation(String frame) {
        var page = page().says(Documents.with(hello(), "/consent", "-"));

        page.says(frame);

        assertThat(page.last().path("code").textValue()).isEqualTo("invalid");
        assertThat(flow.submitted).hasSize(1);
    }

    @Test
    void an_answer_is_acknowledged_even_if_it_changed_nothing() {
        var page = page().says(hello());
        flow.answers = (key, input) -> Uni.createFrom().item(Receipt.REPEATED);

        page.says("{\"type\": \"invitation\", \"id\": \"i1\", \"response\": \"accepted\", \"channel\": \"call\"}");

        assertThat(page.last()).isEqualTo(Documents.read("{\"type\": \"ack\", \"id\": \"i1\"}"));
        assertThat(flow.inputs().getLast())
                .isEqualTo(new Input.Answered(page.socket.tab(), "i1", Input.Response.ACCEPTED, "call"));
    }

    @Test
    void a_request_is_answered_by_its_conversation() {
        var page = page().says(hello());

        page.says(REQUEST);

        assertThat(page.hears()).hasSize(1);
        assertThat(flow.inputs().getLast()).isEqualTo(new Input.Asked(page.socket.tab(), "r1", "W-100", null));
    }

    @ParameterizedTest
    @CsvSource({"TAKEN, ack,", "REPEATED, ack,", "UNKNOWN, error, invalid", "FULL, error, unavailable"})
    void a_message(Receipt receipt, String type, @Nullable String code) {
        var page = page().says(hello());
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
        var page = page().says(hello());

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
        var page = page().says(hello());

        page.says(Documents.with(MESSAGE, "/text", "\"" + "x".repeat(length) + "\""));

        assertThat(page.last().path("type").textValue()).isEqualTo(type);
    }

    @Test
    void a_store_that_is_away_refuses_and_the_socket_stays() {
        var page = page().says(hello());
        flow.answers = (key, input) -> Uni.createFrom().failure(new Unavailable("away", Duration.ofSeconds(2)));

        page.says(beacon(4));

        assertThat(page.last()).isEqualTo(Documents.read("""
                        {"type": "error", "code": "unavailable", "detail": "send it again later", "source": "p1",
                         "seq": 4, "retryAfter": 2000}"""));
        assertThat(page.closed()).isEmpty();
    }

    @Test
    void too_many_beacons_of_one_visitor() {
        var page = page(hall(House.limits(1, 100, 100, 100)));

        page.says(hello(), beacon(1), beacon(2));

        assertThat(page.last()).isEqualTo(Documents.read("""
                        {"type": "error", "code": "too_fast", "detail": "too many at once", "source": "p1", "seq": 2,
                         "retryAfter": 1000}"""));
        assertThat(page.closed()).isEmpty();
    }

    @Test
    void a_flood_of_frames() {
        var page = page(hall(House.limits(100, 100, 100, 3)));

        page.says(hello(), ANSWER, ANSWER, ANSWER);

        assertThat(page.closed()).hasValue(4429);
    }

    @Test
    void a_flood_of_answers_that_wait() {
        flow.answers = (key, input) -> Uni.createFrom().nothing();
        var page = page(hall(House.limits(1000, 100, 100, 1000))).says(hello());

        for (int i = 0; i < VisitorSocket.MOST_IN_FLIGHT; i++) {
            page.says(ANSWER);
        }

        assertThat(page.last().path("code").textValue()).isEqualTo("too_fast");
        assertThat(flow.submitted).hasSize(VisitorSocket.MOST_IN_FLIGHT);
    }

    @Test
    void too_many_sockets_from_one_address() {
        var hall = hall(House.limits(100, 100, 1, 100));
        var first = page(hall);
        var second = page(hall);
        assertThat(second.closed()).hasValue(4429);
        first.visitor.closed();

        var third = page(hall);

        assertThat(third.closed()).isEmpty();
    }

    @Test
    void too_many_new_visitors_from_one_address() {
        var hall = hall(House.limits(100, 1, 100, 100));
        page(hall).says(hello());

        var page = page(hall).says(Documents.with(hello(), "/visitor", "\"another-visitor-of-another-browser\""));

        assertThat(page.closed()).hasValue(4429);
    }

    @Test
    void the_machine_itself_is_exempt_from_limits_by_address() {
        var hall = hall(House.limits(100, 0, 0, 100));

        var page = page(hall, new Caller(House.ORIGIN, new Address("127.0.0.1", true), false))
                .says(hello());

        assertThat(page.closed()).isEmpty();
    }

    @Test
    void it_beats() {
        var page = page().says(hello());
        for (int i = 0; i < 4; i++) {
            time.pass(HEARTBEAT);
            page.visitor.heard();
        }

        assertThat(page.wire.pings()).isEqualTo(4);
        assertThat(page.closed()).isEmpty();
    }

    @Test
    void silence() {
        var page = page().says(hello());
        time.pass(Duration.ofSeconds(20));
        page.visitor.heard();
        time.pass(Duration.ofMillis(49_999));
        assertThat(page.closed()).isEmpty();

        time.pass(Duration.ofMillis(1));

        assertThat(page.closed()).hasValue(4408);
    }

    @Test
    void a_tab_is_taken_off_when_she_stays_away() {
        var page = page().says(hello());
        page.visitor.closed();
        time.pass(Duration.ofMillis(4999));
        assertThat(flow.inputs()).hasSize(1);

        time.pass(Duration.ofMillis(1));

        assertThat(flow.submitted.getLast()).isEqualTo(new FakeFlow.Submitted(KEY, new Input.Left(page.socket.tab())));
    }

    @Test
    void who_never_had_a_tab_leaves_none() {
        var page = page().says(Documents.with(hello(), "/consent", "-"));
        page.visitor.closed();

        time.pass(Duration.ofMinutes(1));

        assertThat(flow.inputs()).singleElement().isInstanceOf(Input.Greeted.class);
    }

    @Test
    void nothing_happens_to_a_closed_socket() {
        var page = page();

        page.visitor.closed();

        time.pass(Duration.ofMinutes(10));
        assertThat(page.closed()).isEmpty();
        assertThat(page.wire.pings()).isZero();
    }

    private Page page() {
        return page(hall(House.limits(100, 100, 100, 100)));
    }

    private Page page(Hall hall) {
        return page(hall, new Caller(House.ORIGIN, new Address("192.0.2.1", false), false));
    }

    private Page page(Caller caller) {
        return page(hall(House.limits(100, 100, 100, 100)), caller);
    }

    private Page page(Hall hall, Caller caller) {
        return new Page(hall, caller);
    }

    private Hall hall(LimitsConfig limits) {
        return new Hall(
                flow,
                House.reception(),
                new Rates(limits, time),
                new Tally(meters),
                time,
                InstantSource.fixed(NOW),
                HEARTBEAT);
    }

    private static String hello() {
        return """
                {"type": "hello", "site": "demo", "visitor": "%s", "session": "%s", "client": "a.b.c",
                 "consent": {"analytics_storage": "granted", "personalization_storage": "granted"}}""".formatted(Documents.VISITOR, Documents.SESSION);
    }

    private static String beacon(int seq) {
        return """
                {"type": "beacon", "source": "p1", "seq": %d, "sentAt": 1764000000000, "events": [
                 {"name": "page_view", "at": 1764000000000}]}""".formatted(seq);
    }
}
