package io.overture.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that an operator empties, and one that goes. */
class DrainTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Vertx vertx = Vertx.vertx();
    private final Sockets sockets = new Sockets(new SocketTest.Node("n1"), new SimpleMeterRegistry());
    private final Departure departure = new Departure();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void an_emptied_node_sends_everybody_elsewhere_and_goes_on_answering() {
        var wires = open(20);
        var drain = drain(GRACE);

        drain.begin();

        await().atMost(SOON)
                .until(() -> wires.stream().allMatch(wire -> wire.closed().isPresent()));
        assertThat(wires)
                .allSatisfy(wire -> assertThat(wire.frames().getFirst()).contains("go_away"));
        assertThat(open(1).getFirst().closed()).hasValue(1012);
        assertThat(departure.stage()).isEqualTo(Departure.Stage.LEAVING);
    }

    @Test
    void being_asked_again_changes_nothing() {
        var wires = open(3);
        var drain = drain(LONG);
        drain.begin();

        drain.begin();

        assertThat(wires).allSatisfy(wire -> assertThat(wire.frames()).hasSize(1));
    }

    @Test
    void taken_back_it_serves_and_nobody_is_closed_any_more() {
        open(3);
        var drain = drain(LONG);
        drain.begin();

        drain.undo();

        assertThat(departure.stage()).isEqualTo(Departure.Stage.SERVING);
        assertThat(open(1).getFirst().closed()).isEmpty();
    }

    @Test
    void a_node_that_goes_cannot_be_kept() {
        var drain = drain(GRACE);
        drain.begin();
        drain.begin(new Random(1));

        drain.undo();

        assertThat(open(1).getFirst().closed()).hasValue(1012);
        await().atMost(SOON).until(() -> departure.stage() == Departure.Stage.CLOSING);
    }

    private Drain drain(Duration grace) {
        return new Drain(sockets, departure, vertx, grace);
    }

    private List<FakeWire> open(int count) {
        var wires = Stream.generate(FakeWire::new).limit(count).toList();
        wires.forEach(sockets::open);
        return wires;
    }
}
