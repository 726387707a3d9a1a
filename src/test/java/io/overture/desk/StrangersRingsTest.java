package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Input;
import io.overture.roster.Desks;
import io.overture.store.EmptyRedis;
import io.overture.store.Stores;
import io.overture.visitor.Due;
import io.overture.visitor.Request;
import io.overture.visitor.Stage;
import io.overture.visitor.Tab;
import io.overture.visitor.VisitorKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many strangers ask for an advisor: at each advisor as many ring as there is room, and the others wait their turn. */
class StrangersRingsTest {

    private static final Desks DESKS =
            new Desks(List.of(desk("paris", Map.of(), advisor("ada", 2, "en"), advisor("bea", 1, "en"))));
    private static final List<String> ADVISORS = List.of("ada", "bea");
    private static final int STRANGERS = 60;
    private static final Duration BETWEEN = Duration.ofMillis(750);
    /** Twelve seconds, after which a call that nobody answers is made again. */
    private static final int ROUND = 16;

    private static final int ROUNDS = 4;

    /** Time passes as the tests let it, and not while they wait: a slow machine makes no call ring once more. */
    private static final long BEGINNING = System.currentTimeMillis();

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final Stores stores = new Stores();
    private Evening evening;

    @BeforeEach
    void ada_and_bea_are_there() {
        var limits = new Evening.Limits(2000, 20, 24, 120);
        evening = new Evening(stores, REDIS.lanes(), DESKS, limits, () -> BEGINNING);
        ADVISORS.forEach(evening::comes);
    }

    @AfterEach
    void close() throws Exception {
        evening.close();
        stores.close();
    }

    @Test
    void sixty_in_three_quarters_of_a_minute_ring_as_there_is_room_and_a_client_among_them_rings_at_once() {
        var strangers = new ArrayList<VisitorKey>();
        var helene = evening.visitor("helene", Evening.HELENE);

        for (int i = 0; i < STRANGERS; i++) {
            passes(strangers, i);
            strangers.add(asking("stranger-" + i));
            if (i == STRANGERS / 2) {
                evening.asks(helene, "talk-of-helene");
            }
            assertThat(ofStrangers("ada")).hasSizeLessThanOrEqualTo(2);
            assertThat(ofStrangers("bea")).hasSizeLessThanOrEqualTo(1);
        }

        evening.awaitTold(
                "ada", "ring", frame -> frame.path("conversation").asText().equals("talk-of-helene"));
        evening.awaitTold(
                "bea", "ring", frame -> frame.path("conversation").asText().equals("talk-of-helene"));
        assertThat(evening.told("ada", "ring")).hasSizeLessThanOrEqualTo((2 + 1) * ROUNDS);
        assertThat(evening.told("bea", "ring")).hasSizeLessThanOrEqualTo((1 + 1) * ROUNDS);
        assertThat(strangers)
                .allSatisfy(
                        each -> assertThat(evening.conversation(each).stage()).isInstanceOf(Stage.Waiting.class));
    }

    @Test
    void at_whom_there_was_no_room_nobody_rings_and_in_the_known_time_there_is_something_else_for_them() {
        for (int i = 0; i < 3; i++) {
            asking("stranger-" + i);
        }
        var last = asking("the-last");

        for (int round = 0; round < ROUNDS; round++) {
            evening.later(last, Duration.ofSeconds(12));
            evening.awaitSettled(last);
        }

        assertThat(evening.conversation(last).stage()).isInstanceOf(Stage.Unmet.class);
        assertThat(get(evening.tasks.of(List.of(Task.Owner.desk("paris")), 10))).isNotEmpty();
    }

    @Test
    void what_rings_no_longer_leaves_its_turn_to_the_next_at_once() {
        var first = asking("stranger-1");
        asking("stranger-2");
        asking("stranger-3");
        assertThat(ofStrangers("ada")).hasSize(2).doesNotContain("talk-of-stranger-3");

        evening.happens(first, new Input.Hung(Evening.PAGE, "talk-of-stranger-1"));

        evening.awaitTold(
                "ada", "ring", frame -> frame.path("conversation").asText().equals("talk-of-stranger-3"));
        assertThat(ofStrangers("ada")).hasSize(2);
    }

    @Test
    void who_is_forgotten_leaves_the_turn_to_the_next_at_once() {
        var first = asking("stranger-1");
        asking("stranger-2");
        asking("stranger-3");
        assertThat(ofStrangers("ada")).doesNotContain("talk-of-stranger-3");

        get(evening.inbox.erasing().forget(first));

        evening.awaitTold(
                "ada", "ring", frame -> frame.path("conversation").asText().equals("talk-of-stranger-3"));
        assertThat(ofStrangers("ada")).hasSize(2);
    }

    @Test
    void strangers_of_one_address_ring_in_turn_with_a_minute_and_others_meanwhile() {
        for (int i = 0; i < 12; i++) {
            hangsUp(from("many-" + i, "cellar"), "talk-of-many-" + i);
        }
        var held = from("held", "cellar");
        from("other", "home");

        evening.awaitTold(
                "ada", "ring", frame -> frame.path("conversation").asText().equals("talk-of-other"));
        assertThat(ofStrangers("ada")).doesNotContain("talk-of-held");
        assertThat(evening.conversation(held).stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(evening.meters
                        .counter("overture.desk.rings.held", "budget", "address")
                        .count())
                .isPositive();

        evening.ahead.addAndGet(Duration.ofMinutes(1).toMillis());
        ADVISORS.forEach(evening::comes);
        get(evening.slots.presence().read());
        get(evening.inbox.turns().turn(Duration.ZERO));

        evening.awaitTold(
                "ada", "ring", frame -> frame.path("conversation").asText().equals("talk-of-held"));
    }

    @Test
    void one_address_that_fills_every_place_does_not_come_before_another_again() {
        var many = IntStream.range(0, 12)
                .mapToObj(i -> from("many-" + i, "cellar"))
                .toList();
        IntStream.range(0, 4).forEach(i -> hangsUp(many.get(i), "talk-of-many-" + i));
        // Of the same weight, and the last by name.
        from("another", "home");
        assertThat(ofStrangers("ada")).hasSize(2).doesNotContain("talk-of-another");

        var rings = ofStrangers("ada").getFirst();
        hangsUp(many.get(Integer.parseInt(rings.replaceAll("\\D", ""))), rings);

        evening.awaitTold(
                "ada", "ring", frame -> frame.path("conversation").asText().equals("talk-of-another"));
    }

    private void hangsUp(VisitorKey who, String conversation) {
        evening.happens(who, new Input.Hung(Evening.PAGE, conversation));
    }

    /** Somebody there asks, with a page that is there alone. */
    private VisitorKey from(String name, String place) {
        var page = Tab.of("node-1", "page-" + name, List.of(place));
        var key = evening.visitor(name, null, page);
        evening.happens(key, new Input.Asked(page, "talk-of-" + name, null, null, Input.Reply.NONE));
        evening.awaitSettled(key);
        return key;
    }

    @Test
    void whoever_takes_one_has_room_for_one_less() {
        var first = asking("stranger-1");
        asking("stranger-2");
        asking("stranger-3");
        asking("stranger-4");

        evening.claims(first, "talk-of-stranger-1", "ada");
        evening.awaitSettled(first);

        assertThat(ofStrangers("ada")).containsExactly("talk-of-stranger-2");
        assertThat(ofStrangers("bea")).hasSize(1);
    }

    static Stream<Due.Wanted> never_bounded() {
        var at = Instant.ofEpochMilli(1_800_000_000_000L);
        var first = new Stage.Waiting(at, at, 0, null, null);
        var handed = new Stage.Waiting(at, at, 0, null, "bea");
        return Stream.of(
                new Due.Wanted("client", "late", 0, first, request(null), "c-1", "vic"),
                new Due.Wanted("handed over", "late", 1, handed, request(null), null, null),
                new Due.Wanted("invited", "late", 0, first, request("reassurance"), null, null));
    }

    @ParameterizedTest
    @MethodSource
    void never_bounded(Due.Wanted wanted) {
        for (int i = 0; i < 3; i++) {
            asking("stranger-" + i);
        }
        var script = new CallScript(REDIS.lanes(), Duration.ofDays(1), new Evening.Limits(2000, 20), evening.clock);

        get(script.want(evening.visitor("late"), wanted, "unknown", Staffs.seats("ada"), List.of()));

        assertThat(get(script.find("late")).rung()).containsExactly("ada");
    }

    private static Request request(@Nullable String trigger) {
        return new Request(trigger, null, null, List.of("chat"), "en", BigDecimal.TEN);
    }

    private VisitorKey asking(String name) {
        var key = evening.visitor(name);
        evening.asks(key, "talk-of-" + name);
        evening.awaitSettled(key);
        return key;
    }

    /** So much later, with all that wakes in those whose call is not answered. */
    private void passes(List<VisitorKey> strangers, int upTo) {
        evening.later(evening.visitor("passer-by"), BETWEEN);
        for (int i = 0; i < upTo; i++) {
            if ((upTo - i) % ROUND == 0) {
                evening.happens(strangers.get(i), new Input.Woken());
                evening.awaitSettled(strangers.get(i));
            }
        }
    }

    private List<String> ofStrangers(String advisor) {
        return get(evening.inbox.calls().ringing(advisor)).stream()
                .filter(call -> call.client() == null)
                .map(Call::conversation)
                .toList();
    }
}
