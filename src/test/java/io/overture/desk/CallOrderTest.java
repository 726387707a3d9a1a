package io.overture.desk;

import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.EmptyRedis;
import io.overture.visitor.Due;
import io.overture.visitor.Effort;
import io.overture.visitor.Request;
import io.overture.visitor.Stage;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words about one conversation, told in whatever order and more than once, end where they would have ended in order. */
class CallOrderTest {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));
    private static final Request REQUEST =
            new Request(null, "W-100", "Méridienne", List.of("chat"), "en", BigDecimal.TEN);
    private static final String TALK = "talk";

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final CallScript script =
            new CallScript(REDIS.lanes(), Duration.ofDays(30), new Evening.Limits(2000, 20), Clock.systemUTC());

    /** A life: rings twice, nobody comes, Camille comes late, hands it to Kenji, who ends it. */
    private static final List<Due> LIFE = List.of(
            wanted(0, 0, 0),
            wanted(0, 1, 12),
            finished(Stage.Ending.UNMET, 24, null),
            taken(0, "camille", 30),
            wanted(1, 0, 40),
            taken(1, "kenji", 40),
            finished(Stage.Ending.BY_ADVISOR, 60, "kenji"));

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_end_is_the_same_in_any_order(long seed) {
        var random = new Random(seed);
        int upTo = 1 + random.nextInt(LIFE.size());
        var told = new ArrayList<>(LIFE.subList(0, upTo));
        IntStream.range(0, 4).forEach(any -> told.add(LIFE.get(random.nextInt(upTo))));
        LIFE.subList(0, upTo).forEach(this::tell);
        var inOrder = standing();
        REDIS.clear();
        Collections.shuffle(told, random);

        told.forEach(this::tell);

        assertThat(standing()).isEqualTo(inOrder);
    }

    @Test
    void what_is_told_again_answers_what_it_did_so_that_it_can_be_told_on() {
        get(script.want(SHE, wanted(0, 0, 0), "unknown", Staffs.seats("camille", "kenji"), List.of()));
        var first = get(script.take(SHE, taken(0, "camille", 5)));

        var again = get(script.take(SHE, taken(0, "camille", 5)));

        assertThat(again).isEqualTo(first);
        assertThat(again.unrung()).containsExactlyInAnyOrder("camille", "kenji");
    }

    @Test
    void a_call_told_again_rings_at_whoever_is_there_now() {
        get(script.want(SHE, wanted(0, 0, 0), "unknown", Staffs.seats("camille"), List.of()));

        var again = get(script.want(SHE, wanted(0, 0, 0), "unknown", Staffs.seats("kenji"), List.of()));

        assertThat(again.unrung()).containsExactly("camille");
        assertThat(get(script.find(TALK)).rung()).containsExactly("kenji");
    }

    @Test
    void what_passed_to_a_tool_rings_no_more_even_when_the_call_is_told_again() {
        get(script.want(SHE, wanted(0, 0, 0), "unknown", Staffs.seats("camille"), List.of()));
        get(script.hand(SHE, TALK, 0));

        var again = get(script.want(SHE, wanted(0, 0, 0), "unknown", Staffs.seats("camille"), List.of()));

        assertThat(again.isNews()).isFalse();
        assertThat(get(script.find(TALK)).rung()).isEmpty();
        assertThat(ask(REDIS.lanes(), Command.HLEN, "ov:{desk}:waiting").toLong())
                .isZero();
    }

    @Test
    void what_was_under_way_when_she_was_forgotten_does_not_come_back() {
        get(script.want(SHE, wanted(0, 0, 0), "unknown", Staffs.seats("camille"), List.of()));

        var forgotten = get(script.forget(SHE));

        assertThat(forgotten.conversations()).containsExactly(new CallScript.Forgotten(TALK, null, List.of("camille")));
        LIFE.forEach(this::tell);
        assertThat(REDIS.keys("*"))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "ov:{desk}:gone:" + SHE.member(),
                        "ov:{desk}:capacity",
                        "ov:{desk}:seats",
                        "ov:{desk}:rang:desk:house");
    }

    /** All that is left in Redis, but for what tells a repetition apart. */
    private List<String> standing() {
        var found = get(script.find(TALK));
        var all = new ArrayList<String>();
        all.add("state " + found.fields().get("state"));
        all.add("rung " + found.rung());
        all.add("talks " + ask(REDIS.lanes(), Command.HGETALL, "ov:{desk}:talks"));
        all.add("waiting " + ask(REDIS.lanes(), Command.HGETALL, "ov:{desk}:waiting"));
        for (var advisor : List.of("camille", "kenji", "anna")) {
            all.add("rings " + ask(REDIS.lanes(), Command.SMEMBERS, "ov:{desk}:rings:" + advisor));
            all.add("attends " + ask(REDIS.lanes(), Command.ZRANGE, "ov:{desk}:talks:" + advisor, "0", "-1"));
        }
        return all;
    }

    private void tell(Due due) {
        Uni<?> told = switch (due) {
            case Due.Wanted wanted -> script.want(SHE, wanted, "unknown", Staffs.seats("anna"), List.of());
            case Due.Taken taken -> script.take(SHE, taken);
            case Due.Finished finished -> script.end(SHE, finished, "unknown");
            default -> throw new IllegalStateException("no part of this life");
        };
        get(told);
    }

    private static Due.Wanted wanted(int turn, int round, int second) {
        var at = AT.plusSeconds(second);
        return new Due.Wanted("wanted", TALK, turn, new Stage.Waiting(at, at, round, null, null), REQUEST, null, null);
    }

    private static Due.Taken taken(int turn, String advisor, int second) {
        return new Due.Taken("taken", TALK, turn, Evening.attendant(advisor), AT.plusSeconds(second));
    }

    private static Due.Finished finished(Stage.Ending ending, int second, String advisor) {
        return new Due.Finished(
                "finished", TALK, ending, advisor, REQUEST, Effort.NONE, null, null, AT.plusSeconds(second));
    }
}
