package io.overture.advisor;

import static io.overture.advisor.Parlour.HEARTBEAT;
import static io.overture.advisor.Parlour.HELLO;
import static io.overture.advisor.Parlour.TALK;
import static io.overture.advisor.Parlour.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.desk.Staff;
import io.overture.desk.Standing;
import io.overture.desk.Transcript;
import io.overture.desk.Transcripts;
import io.overture.engine.Receipt;
import io.overture.flow.Unavailable;
import io.overture.redis.StoreUnavailable;
import io.overture.roster.Desks;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A console's socket in time that a test lets pass: how it is greeted, what it bears, how it ends. */
class AdvisorSocketTest {

    private static final String CLAIM = "{'type': 'claim', 'ref': 'r1', 'conversation': '" + TALK + "'}";

    private static final String HELLO_WITH_IT =
            "{'type': 'hello', 'device': 'd1', 'talks': [{'id': '" + TALK + "', 'epoch': 'e1', 'offset': 4}]}";

    private final Parlour parlour = new Parlour();

    @Test
    void welcome_comes_first_and_then_all_that_is_hers() {
        parlour.desk.ringing = List.of(parlour.desk.call);
        parlour.desk.attended = List.of(TALK);

        var console = parlour.opens("camille").says(HELLO);

        assertThat(console.types()).containsExactly("welcome", "talk", "dossier", "ring", "tasks", "boutique");
        assertThat(console.hears().getFirst()).isEqualTo(json("""
                {'type': 'welcome', 'advisor': {'id': 'camille', 'name': 'Madame camille', 'title': 'Advisor',
                  'languages': ['fr'], 'desk': 'paris'},
                 'presence': 'available', 'capacity': 3, 'serverTime': 1764000000000, 'heartbeat': 25000,
                 'colleagues': [{'id': 'kenji', 'name': 'Madame kenji', 'desk': 'paris', 'presence': 'away',
                  'languages': ['fr'], 'free': 3}],
                 'desks': [{'id': 'paris', 'open': false}]}"""));
        assertThat(parlour.desk.log).contains("camille arrived");
    }

    @Test
    void what_a_console_has_and_is_hers_no_longer_is_told_as_it_stands() {
        parlour.desk.attended = List.of();
        parlour.desk.transcripts = said("camille");

        var console = parlour.opens("camille").says(HELLO_WITH_IT);

        assertThat(console.hears())
                .contains(json("{'type': 'talk', 'conversation': '" + TALK + "', 'epoch': 'e1', 'offset': 4}"));
    }

    @Test
    void of_a_conversation_that_was_never_theirs_a_console_learns_nothing() {
        parlour.desk.attended = List.of();
        parlour.desk.transcripts = said("kenji");

        var console = parlour.opens("camille").says(HELLO_WITH_IT);

        assertThat(console.hears()).contains(json("""
                {'type': 'talk', 'conversation': '%s', 'epoch': 'e1', 'turn': 0, 'state': 'ended', 'offset': 4,
                 'messages': [], 'full': false}""".formatted(TALK)));
    }

    private static Transcripts said(String by) {
        var line = new Transcript.Line(
                1, 0, "m1", Transcript.From.ADVISOR, by, "Good evening", Instant.ofEpochMilli(1_764_000_000_000L));
        return (conversation, epoch, offset) -> Uni.createFrom().item(new Transcript("e1", false, 1, List.of(line)));
    }

    @Test
    void without_a_hello_it_ends_after_five_seconds() {
        var console = parlour.opens("camille");

        parlour.time.pass(AdvisorSocket.PATIENCE);

        assertThat(console.closed()).hasValue(4401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'type': 'tasks', 'ref': 'r1'} | 4401",
                "{'type': 'tasks'}              | 4401",
                "{'type': 'shout'}              | 4400",
                "[]                             | 4400"
            })
    void a_first_frame_that_is_no_hello(String frame, int code) {
        var console = parlour.opens("camille").says(frame);

        assertThat(console.closed()).hasValue(code);
    }

    @Test
    void what_is_wrong_is_refused_with_its_place_and_the_socket_stays() {
        var console = parlour.opens("camille").says(HELLO, "{'type': 'watch', 'ref': 'r1', 'most': 0}");

        assertThat(console.last()).isEqualTo(json("""
                {'type': 'error', 'ref': 'r1', 'code': 'invalid', 'detail': 'the frame is not valid',
                 'errors': [{'pointer': '/most', 'detail': 'must be an integer from 1 to 100'}]}"""));
        assertThat(console.closed()).isEmpty();
    }

    @Test
    void when_the_store_is_away_at_hello_the_console_is_to_come_back() {
        parlour.desk.away = new StoreUnavailable("away");

        var console = parlour.opens("camille").says(HELLO);

        assertThat(console.closed()).hasValue(1013);
    }

    @Test
    void when_it_is_away_later_the_frame_is_to_be_sent_again() {
        var console = parlour.opens("camille").says(HELLO);
        parlour.desk.answers = input -> Uni.createFrom().failure(new Unavailable("store", Duration.ofSeconds(3)));

        console.says(CLAIM);

        assertThat(console.last()).isEqualTo(json("""
                {'type': 'error', 'ref': 'r1', 'code': 'unavailable', 'detail': 'send it again later',
                 'retryAfter': 3000}"""));
    }

    @Test
    void silence() {
        var console = parlour.opens("camille").says(HELLO);

        parlour.time.pass(HEARTBEAT.multipliedBy(2));

        assertThat(console.wire.pings()).isPositive();
        assertThat(console.closed()).hasValue(4408);
    }

    @Test
    void a_flood_of_frames() {
        var console = parlour.opens("camille").says(HELLO);

        for (int i = 0; i < 200; i++) {
            console.says("{'type': 'watch', 'ref': 'r1', 'most': 10}");
        }

        assertThat(console.closed()).hasValue(4429);
    }

    @Test
    void more_than_may_wait_is_refused_for_now() {
        var console = parlour.opens("camille").says(HELLO);
        parlour.desk.answers = input -> Uni.createFrom().nothing();

        for (int i = 0; i <= AdvisorSocket.MOST_IN_FLIGHT; i++) {
            console.says(CLAIM);
        }

        assertThat(console.last()).isEqualTo(json("""
                {'type': 'error', 'ref': 'r1', 'code': 'too_fast', 'detail': 'send it again later',
                 'retryAfter': 1000}"""));
        assertThat(parlour.desk.inputs).hasSize(1);
    }

    @Test
    void a_closed_socket_takes_its_tab_off_at_once() {
        var console = parlour.opens("camille").says(HELLO);

        console.advisor.closed();

        assertThat(parlour.desk.log).endsWith("camille left");
        assertThat(parlour.consoles.all()).isEmpty();
    }

    @Test
    void one_that_closes_while_it_is_greeted_leaves_nothing_behind() {
        var console = parlour.opens("camille");
        parlour.desk.answers = input -> Uni.createFrom().item(Receipt.TAKEN);
        console.advisor.closed();

        console.says(HELLO);

        assertThat(parlour.consoles.all()).isEmpty();
    }

    @Test
    void presence_is_the_advisors_and_both_of_her_consoles_hear_of_it() {
        var desk = parlour.opens("camille").says(HELLO);
        var tablet = parlour.opens("camille").says(HELLO);
        var kenji = parlour.opens("kenji").says(HELLO);
        desk.says("{'type': 'presence', 'ref': 'r1', 'state': 'busy'}");
        parlour.desk.stands(Standing.State.BUSY, 1);

        parlour.rounds().colleagues();

        var told = json("{'type': 'presence', 'advisor': 'camille', 'state': 'busy', 'free': 2}");
        assertThat(parlour.desk.log).contains("camille is busy");
        assertThat(desk.last()).isEqualTo(told);
        assertThat(tablet.last()).isEqualTo(told);
        assertThat(kenji.last()).isEqualTo(told);
    }

    @Test
    void a_colleague_out_of_reach_is_away_whatever_she_said() {
        var kenji = parlour.opens("kenji").says(HELLO);
        parlour.desk.staff = new Staff(Map.of("camille", new Standing(Standing.State.AVAILABLE, false, 0)));

        parlour.rounds().colleagues();

        assertThat(kenji.last())
                .isEqualTo(json("{'type': 'presence', 'advisor': 'camille', 'state': 'away', 'free': 3}"));
    }

    @Test
    void who_is_taken_off_the_roster_is_shown_out() {
        var console = parlour.opens("camille").says(HELLO);
        parlour.desk.desks = Desks.NONE;

        parlour.rounds().colleagues();

        assertThat(console.closed()).hasValue(4403);
    }

    @Test
    void leases_are_renewed_for_all_consoles_in_one_go() {
        parlour.opens("camille").says(HELLO);
        parlour.opens("kenji").says(HELLO);

        parlour.rounds().renew();

        assertThat(parlour.desk.log).endsWith("2 renewed");
    }
}
