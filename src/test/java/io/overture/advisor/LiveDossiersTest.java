package io.overture.advisor;

import static io.overture.advisor.Parlour.HER;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveDossiersTest {

    private final Parlour parlour = new Parlour();
    private final OpenDossiers dossiers = new OpenDossiers(parlour.desk.dossiers, parlour.desk);
    private final LiveDossiers live = new LiveDossiers(() -> dossiers, () -> parlour.desk.desks, parlour.time);

    @Test
    void what_changes_while_she_is_attended_is_sent_once_a_second_to_whoever_attends() {
        parlour.attendedBy("kenji");
        stepped(true);
        stepped(true);

        parlour.time.pass(LiveDossiers.PAUSE);

        assertThat(parlour.desk.posted).containsOnlyKeys("kenji");
        assertThat(parlour.desk.posted.get("kenji")).containsExactly("{\"type\":\"dossier\",\"conversation\":\"c1\"}");
    }

    @Test
    void what_changes_later_is_sent_later() {
        parlour.attendedBy("kenji");
        stepped(true);
        parlour.time.pass(LiveDossiers.PAUSE);
        stepped(true);

        parlour.time.pass(LiveDossiers.PAUSE);

        assertThat(parlour.desk.posted.get("kenji")).hasSize(2);
    }

    @Test
    void a_step_that_changed_nothing_changes_no_dossier() {
        parlour.attendedBy("kenji");

        stepped(false);

        parlour.time.pass(LiveDossiers.PAUSE);
        assertThat(parlour.desk.posted).isEmpty();
    }

    @Test
    void before_somebody_attends_nothing_is_shown() {
        parlour.waits();

        stepped(true);

        parlour.time.pass(LiveDossiers.PAUSE);
        assertThat(parlour.desk.posted).isEmpty();
    }

    private void stepped(boolean changed) {
        var step = new Step(parlour.desk.visitor, changed, List.of(), List.of(), List.of(), null, null);
        live.stepped(HER, step, 1, 1, 0, Duration.ZERO);
    }
}
