package io.overture.intake;

import static io.overture.intake.Pages.ANSWER;
import static io.overture.intake.Pages.KEY;
import static io.overture.intake.Pages.MESSAGE;
import static io.overture.intake.Pages.REQUEST;
import static io.overture.intake.Pages.beacon;
import static io.overture.intake.Pages.hello;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Unavailable;
import io.overture.push.FakeTimers;
import io.overture.visitor.Consent;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first word on a visitor's socket, and who may speak it. */
class SocketGreetingTest {

    private static final BiFunction<VisitorKey, Input, Uni<Receipt>> AWAY =
            (key, input) -> Uni.createFrom().failure(new Unavailable("store", Duration.ofSeconds(1)));

    private final Pages pages = new Pages();
    private final FakeTimers time = pages.time;
    private final FakeFlow flow = pages.flow;

    @Test
    void a_hello_is_welcomed_once_it_is_committed() {
        var commits = new ArrayList<UniEmitter<? super Receipt>>();
        flow.answers = (key, input) -> Uni.createFrom().emitter(commits::add);
        var page = pages.page().says(hello());
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

    @Test
    void a_hello_the_store_could_not_take_is_welcomed_when_it_can() {
        flow.answers = AWAY;
        var page = pages.page().says(hello());
        assertThat(page.last().path("code").asText()).isEqualTo("unavailable");
        time.pass(Duration.ofSeconds(5));
        assertThat(page.hears()).hasSize(1);

        flow.answers = (key, input) -> Uni.createFrom().item(Receipt.TAKEN);
        time.pass(Duration.ofSeconds(2));

        assertThat(page.hears()).hasSize(2);
        assertThat(page.last().path("type").asText()).isEqualTo("welcome");
        time.pass(Duration.ofSeconds(10));
        assertThat(page.hears()).hasSize(2);
    }

    @Test
    void nobody_is_greeted_after_she_has_gone() {
        flow.answers = AWAY;
        var page = pages.page().says(hello());

        page.visitor.closed();

        time.pass(Duration.ofMinutes(1));
        assertThat(flow.inputs().stream().filter(Input.Greeted.class::isInstance))
                .hasSize(1);
    }

    @Test
    void a_hello_said_again_takes_the_place_of_the_one_before() {
        flow.answers = AWAY;
        var page = pages.page().says(hello());
        flow.answers = (key, input) -> Uni.createFrom().item(Receipt.TAKEN);

        page.says(hello());

        time.pass(Duration.ofMinutes(1));
        assertThat(page.hears().stream()
                        .filter(each -> each.path("type").asText().equals("welcome")))
                .hasSize(1);
    }

    @Test
    void what_she_may_have_missed_is_told_as_after_a_hello() {
        var page = pages.page().says(hello());
        flow.answers = AWAY;
        page.socket.missed();
        flow.answers = (key, input) -> Uni.createFrom().item(Receipt.TAKEN);

        time.pass(VisitorSocket.RETURN);

        assertThat(flow.inputs().stream().filter(Input.Missed.class::isInstance))
                .hasSize(2)
                .containsOnly(new Input.Missed(page.socket.tab()));
        assertThat(page.last().path("type").asText()).isEqualTo("welcome");
    }

    @Test
    void who_has_left_missed_nothing() {
        var page = pages.page().says(hello());
        page.visitor.closed();

        page.socket.missed();

        assertThat(flow.inputs()).noneMatch(Input.Missed.class::isInstance);
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
        var page = pages.page().says(frame);

        assertThat(page.closed()).hasValue(4400);
    }

    @Test
    void what_is_not_understood_later() {
        var page = pages.page().says(hello(), "nonsense");

        assertThat(page.closed()).hasValue(4400);
    }

    @Test
    void bytes_are_not_understood() {
        var page = pages.page();

        page.visitor.receivedBinary();

        assertThat(page.closed()).hasValue(4400);
    }

    @ParameterizedTest
    @ValueSource(strings = {ANSWER, MESSAGE, REQUEST, "{\"type\": \"beacon\"}"})
    void nobody_speaks_before_hello(String frame) {
        var page = pages.page().says(frame);

        assertThat(page.closed()).hasValue(4401);
        assertThat(flow.submitted).isEmpty();
    }

    @Test
    void a_hello_in_time() {
        var page = pages.page();
        time.pass(Duration.ofMillis(4999));

        page.says(hello());

        time.pass(Duration.ofSeconds(1));
        assertThat(page.closed()).isEmpty();
    }

    @Test
    void no_hello_in_time() {
        var page = pages.page();

        time.pass(Duration.ofSeconds(5));

        assertThat(page.closed()).hasValue(4401);
    }

    @Test
    void a_wrong_hello_is_told_what_is_wrong_and_may_be_said_again() {
        var page = pages.page().says("{\"type\": \"hello\", \"site\": \"demo\", \"visitor\": \"short\"}");
        assertThat(page.last()).isEqualTo(Documents.read("""
                        {"type": "error", "code": "invalid", "detail": "the frame is not valid", "errors": [
                          {"pointer": "/visitor", "detail": "must be 22 to 64 characters of A-Z a-z 0-9 _ -"},
                          {"pointer": "/session", "detail": "is required"}]}"""));

        page.says(hello());

        assertThat(page.last().path("type").textValue()).isEqualTo("welcome");
    }

    @Test
    void an_unknown_site_is_refused() {
        var page = pages.page().says(Documents.with(hello(), "/site", "\"nowhere\""));

        assertThat(page.closed()).hasValue(4403);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "https://elsewhere.example", "NIL"},
            nullValues = "NIL")
    void a_foreign_origin_is_refused(@Nullable String origin) {
        var page = pages.page(new Caller(origin, new Address("192.0.2.1", false), false))
                .says(hello());

        assertThat(page.closed()).hasValue(4403);
        assertThat(flow.submitted).isEmpty();
    }

    @Test
    void global_privacy_control() {
        pages.page(new Caller(House.ORIGIN, new Address("192.0.2.1", false), true))
                .says(hello());

        assertThat(flow.inputs().getFirst()).isInstanceOfSatisfying(Input.Greeted.class, greeted -> {
            assertThat(greeted.standing().consent()).isEqualTo(new Consent(true, false));
            assertThat(greeted.standing().client()).isNull();
        });
    }

    @Test
    void another_hello_replaces_what_was_said() {
        var page = pages.page().says(hello());

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
    void another_visitors_hello_changes_who_speaks_for_what_follows_and_for_nothing_before() {
        var page = pages.page().says(hello());
        var another = "another-visitor-of-another-browser";

        page.says(beacon(1), Documents.with(hello(), "/visitor", "\"" + another + "\""), beacon(2));

        var old = VisitorKey.of("demo", Documents.VISITOR);
        var next = VisitorKey.of("demo", another);
        assertThat(flow.submitted.stream()
                        .map(each -> each.key() + " " + each.input().getClass().getSimpleName()))
                .containsExactly(
                        old + " Greeted", old + " Arrived", old + " Left", next + " Greeted", next + " Arrived");
        assertThat(page.closed()).isEmpty();
    }
}
