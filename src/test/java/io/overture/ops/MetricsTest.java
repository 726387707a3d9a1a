package io.overture.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.engine.Receipt;
import io.overture.visitor.Outcome;
import io.overture.visitor.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Metrics metrics = new Metrics(meters, List.of());

    @Test
    void a_step_is_counted_by_what_it_cost_and_what_became_of_its_inputs() {
        metrics.stepped(Scenes.KEY, Scenes.step(Receipt.TAKEN, Receipt.REPEATED), 2, 3, 1, Duration.ofMillis(7));

        assertThat(count("overture.steps", "round_trips", "3")).isEqualTo(1);
        assertThat(count("overture.round.trips")).isEqualTo(3);
        assertThat(count("overture.conflicts")).isEqualTo(1);
        assertThat(count("overture.inputs", "receipt", "taken")).isEqualTo(1);
        assertThat(count("overture.inputs", "receipt", "repeated")).isEqualTo(1);
        assertThat(meters.get("overture.step").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(7);
    }

    @Test
    void events_are_counted_by_the_names_we_know_and_no_others() {
        metrics.happened(Scenes.KEY, Scenes.folded("view_item", "view_item", "view_detail", Scenes.BROWSERS_OWN));

        assertThat(count("overture.events", "name", "view_item")).isEqualTo(2);
        assertThat(count("overture.events", "name", "view_detail")).isEqualTo(1);
        assertThat(count("overture.events", "name", "other")).isEqualTo(1);
    }

    @Test
    void what_has_not_happened_yet_is_there_at_0() {
        assertThat(count("overture.requests.refused")).isZero();
    }

    @Test
    void a_moment_is_counted_by_the_reason_it_was_not_offered() {
        metrics.happened(Scenes.KEY, Scenes.moment("reassurance", Verdict.UNREACHABLE));

        assertThat(meters.counter("overture.moments", "trigger", "reassurance", "verdict", "unreachable")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void an_invitation_is_counted_at_every_stage() {
        metrics.happened(Scenes.KEY, Scenes.offered());
        metrics.happened(Scenes.KEY, Scenes.closed(Outcome.DECLINED));

        assertThat(invitations("offered")).isEqualTo(1);
        assertThat(invitations("declined")).isEqualTo(1);
    }

    @Test
    void she_who_was_offered_nothing_was_left_in_peace() {
        metrics.happened(Scenes.KEY, Scenes.ended(0));
        metrics.happened(Scenes.KEY, Scenes.ended(1));
        metrics.happened(Scenes.KEY, Scenes.ended(0));

        assertThat(count("overture.sessions.ended", "treated", "left_in_peace")).isEqualTo(2);
        assertThat(count("overture.sessions.ended", "treated", "invited")).isEqualTo(1);
    }

    @Test
    void alarms_are_timed_by_who_noticed_them() {
        metrics.woke(Duration.ofMillis(3), false);
        metrics.woke(Duration.ofMillis(1_500), true);

        assertThat(late("wheel")).isEqualTo(3);
        assertThat(late("sweep")).isEqualTo(1_500);
    }

    @Test
    void a_step_given_up_is_counted_by_its_cause() {
        metrics.refused("contended");

        assertThat(count("overture.refusals", "cause", "contended")).isEqualTo(1);
    }

    @Test
    void however_many_triggers_there_ever_were_the_counters_stay_few() {
        for (int i = 0; i < 2_000; i++) {
            metrics.happened(Scenes.KEY, Scenes.moment("trigger-" + i, Verdict.LIMITS));
        }

        assertThat(meters.find("overture.moments").counters()).hasSize(Family.MOST + 1);
    }

    @Test
    void no_label_says_who_she_is_or_what_her_browser_wrote() {
        tellEverything();

        assertThat(meters.getMeters())
                .map(Meter::getId)
                .map(Object::toString)
                .noneMatch(id -> id.contains(Scenes.SECRET)
                        || id.contains(Scenes.KEY.handle().value())
                        || id.contains(Scenes.BROWSERS_OWN));
    }

    private void tellEverything() {
        Scenes.all().forEach(entry -> metrics.happened(Scenes.KEY, entry));
        metrics.stepped(Scenes.KEY, Scenes.step(Receipt.values()), 1, 1, 0, Duration.ofMillis(1));
        metrics.refused("store");
        metrics.woke(Duration.ZERO, false);
    }

    private double invitations(String stage) {
        return meters.counter("overture.invitations", "trigger", "reassurance", "stage", stage)
                .count();
    }

    private double late(String by) {
        return meters.get("overture.alarm.lateness").tag("by", by).timer().totalTime(TimeUnit.MILLISECONDS);
    }

    private double count(String name, String... labels) {
        return meters.get(name).tags(labels).counter().count();
    }
}
