package io.overture.ops.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.ops.scaling.Marks.Outcome;
import io.overture.store.EmptyRedis;
import io.overture.store.Nodes;
import io.overture.store.Stores;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes that are asked to drain, through a real Redis. */
class MarksTest {

    private static final Load SERVING = new Load(10, 1.5, 2, 0.5, false);
    private static final Load DRAINING = new Load(0, 0, 0, 0, true);
    private static final About ABOUT = new About(Instant.EPOCH, "1.2.3", "jvm", 0);

    @RegisterExtension
    static final EmptyRedis redis = new EmptyRedis();

    private record Named(String self, Set<String> live) implements Nodes {}

    @Test
    void a_node_learns_with_each_report_what_it_is_asked_until_it_is_asked_the_opposite() {
        report("one", SERVING);
        report("two", SERVING);

        var asked = ask("one", Mark.DRAIN, false);

        assertThat(asked).isEqualTo(Outcome.DONE);
        assertThat(report("one", SERVING).asked()).contains(Mark.DRAIN);
        assertThat(report("one", DRAINING).asked()).contains(Mark.DRAIN);
        assertThat(report("two", SERVING).asked()).isEmpty();
        assertThat(ask("one", Mark.SERVE, true)).isEqualTo(Outcome.DONE);
        assertThat(report("one", DRAINING).asked()).contains(Mark.SERVE);
    }

    @Test
    void a_node_that_does_not_run_cannot_be_asked() {
        report("one", SERVING);

        assertThat(ask("three", Mark.DRAIN, true)).isEqualTo(Outcome.UNKNOWN);
        assertThat(ask("three", Mark.SERVE, true)).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void the_last_node_that_serves_is_asked_only_by_force() {
        report("one", SERVING);
        report("two", DRAINING);

        assertThat(ask("one", Mark.DRAIN, false)).isEqualTo(Outcome.LAST);
        assertThat(ask("one", Mark.DRAIN, true)).isEqualTo(Outcome.DONE);
    }

    @Test
    void of_two_asked_at_once_one_is_the_last() {
        report("one", SERVING);
        report("two", SERVING);

        var marks = new Marks(redis.lanes());
        var outcomes = Stores.get(Uni.join()
                .all(marks.ask("one", Mark.DRAIN, false), marks.ask("two", Mark.DRAIN, false))
                .andFailFast());

        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.LAST);
    }

    @Test
    void a_release_that_does_not_read_marks_is_not_asked() {
        report("one", SERVING);
        Stores.ask(redis.lanes(), Command.HSET, Reports.LOADS, "old", "9999999999999 " + SERVING.text());

        assertThat(ask("old", Mark.DRAIN, false)).isEqualTo(Outcome.OLD);
    }

    @Test
    void a_mark_goes_with_its_node_and_with_time() {
        report("one", SERVING);
        var two = reports("two");
        Stores.get(two.report(SERVING, 1));
        ask("two", Mark.DRAIN, false);
        Stores.ask(redis.lanes(), Command.HSET, Marks.KEY, "killed", "1000 drain");

        Stores.get(two.leave());
        report("one", SERVING);

        assertThat(Stores.ask(redis.lanes(), Command.HLEN, Marks.KEY)).hasToString("0");
    }

    @Test
    void while_its_node_runs_a_mark_is_renewed_and_for_good_it_never_stays() {
        report("one", SERVING);
        ask("one", Mark.DRAIN, true);
        Stores.ask(redis.lanes(), Command.PEXPIRE, Marks.KEY, "5000");

        report("one", DRAINING);

        assertThat(Stores.ask(redis.lanes(), Command.PTTL, Marks.KEY).toLong())
                .isBetween(6_000L, Marks.LIFETIME.toMillis());
    }

    @Test
    void nodes_say_what_they_are_and_those_of_an_older_release_do_not() {
        Stores.ask(redis.lanes(), Command.HSET, Reports.LOADS, "old", "9999999999999 " + SERVING.text());

        var told = report("one", SERVING);

        assertThat(told.abouts()).containsOnlyKeys("one").containsValue(ABOUT);
        assertThat(told.nodes()).containsOnlyKeys("one", "old");
        assertThat(About.of("1 2 3 4 serving x 1.0 jvm 3")).isEqualTo(Optional.empty());
        assertThat(About.of(SERVING.text() + " " + ABOUT.text() + " more")).contains(ABOUT);
    }

    private Outcome ask(String node, Mark mark, boolean force) {
        return Stores.get(new Marks(redis.lanes()).ask(node, mark, force));
    }

    private Region report(String node, Load load) {
        return Stores.get(reports(node).report(load, 1));
    }

    private Reports reports(String self) {
        var nodes = new Named(self, Set.of(self));
        return new Reports(redis.lanes(), nodes, InstantSource.system(), Duration.ofMinutes(5), () -> ABOUT);
    }
}
