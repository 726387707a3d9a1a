package io.overture.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.store.Nodes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SocketTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Sockets sockets = new Sockets(new Node("n1"), meters);

    record Node(String self) implements Nodes {
        @Override
        public Set<String> live() {
            return Set.of(self);
        }
    }

    @Test
    void a_slow_reader_is_given_up() {
        var wire = new FakeWire(false);
        var socket = sockets.open(wire);
        socket.send("x".repeat((int) Socket.MOST_PENDING));
        assertThat(wire.closed()).isEmpty();

        socket.send("y");

        assertThat(wire.closed()).hasValue(1013);
        assertThat(wire.frames()).hasSize(1);
    }

    @Test
    void what_has_left_does_not_count() {
        var wire = new FakeWire(false);
        var socket = sockets.open(wire);
        socket.send("x".repeat((int) Socket.MOST_PENDING));
        wire.readAll();

        socket.send("y");

        assertThat(wire.closed()).isEmpty();
        assertThat(socket.pending()).isEqualTo(1);
    }

    @Test
    void who_pings_and_never_reads_is_given_up() {
        var wire = new FakeWire(false);
        var socket = sockets.open(wire);
        long most = Socket.MOST_PENDING / (125 + Socket.CONTROL_FRAME);
        for (int i = 0; i < most; i++) {
            socket.pinged(125);
        }
        assertThat(wire.closed()).isEmpty();

        socket.pinged(125);

        assertThat(wire.closed()).hasValue(1013);
    }

    @Test
    void who_reads_may_ping() {
        var wire = new FakeWire();
        var socket = sockets.open(wire);

        for (int i = 0; i < 10_000; i++) {
            socket.pinged(125);
        }

        assertThat(wire.closed()).isEmpty();
        assertThat(socket.pending()).isZero();
    }

    @Test
    void only_the_first_code_counts() {
        var wire = new FakeWire();
        var socket = sockets.open(wire);
        socket.close(CloseCode.SILENT);

        socket.close(CloseCode.TOO_FAST);

        assertThat(wire.closed()).hasValue(4408);
        assertThat(meters.counter("overture.sockets.closed", "reason", "silent").count())
                .isEqualTo(1);
        assertThat(meters.counter("overture.sockets.closed", "reason", "too fast")
                        .count())
                .isZero();
    }

    @Test
    void frames_go_to_those_who_are_here_in_order() {
        var wire = new FakeWire();
        var here = sockets.open(wire).tab().socket();

        sockets.send(List.of("elsewhere", here), List.of("1", "2"));

        assertThat(wire.frames()).containsExactly("1", "2");
    }

    @Test
    void open_sockets_are_counted() {
        var first = sockets.open(new FakeWire());
        sockets.open(new FakeWire());

        sockets.closed(first);

        assertThat(meters.get("overture.sockets.open").gauge().value()).isEqualTo(1);
    }
}
