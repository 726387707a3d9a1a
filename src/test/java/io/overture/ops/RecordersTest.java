package io.overture.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Entry;
import io.overture.engine.Step;
import io.overture.flow.Recorder;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordersTest {

    private final List<String> heard = new ArrayList<>();

    @Test
    void one_that_throws_keeps_nothing_from_the_others() {
        var recorders =
                new Recorders(List.of(new Listener("a", false), new Listener("b", true), new Listener("c", false)));

        recorders.happened(Scenes.KEY, Scenes.offered());
        recorders.stepped(Scenes.KEY, Scenes.step(), 1, 1, 0, Duration.ZERO);
        recorders.refused("store");
        recorders.woke(Duration.ZERO, true);

        assertThat(heard)
                .containsExactly(
                        "a happened",
                        "c happened",
                        "a stepped",
                        "c stepped",
                        "a refused",
                        "c refused",
                        "a woke",
                        "c woke");
    }

    private final class Listener implements Recorder {

        private final String name;
        private final boolean throwing;

        Listener(String name, boolean throwing) {
            this.name = name;
            this.throwing = throwing;
        }

        @Override
        public void stepped(VisitorKey key, Step step, int inputs, int roundTrips, int conflicts, Duration took) {
            hear("stepped");
        }

        @Override
        public void happened(VisitorKey key, Entry entry) {
            hear("happened");
        }

        @Override
        public void refused(String cause) {
            hear("refused");
        }

        @Override
        public void woke(Duration late, boolean swept) {
            hear("woke");
        }

        private void hear(String what) {
            if (throwing) {
                throw new IllegalStateException("a listener with a fault");
            }
            heard.add(name + " " + what);
        }
    }
}
