package io.overture.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.push.FakeTimers;
import io.overture.push.FakeWire;
import io.overture.push.Socket;
import io.overture.push.Sockets;
import io.overture.store.Nodes;
import io.overture.traffic.Traffic;
import io.overture.visitor.Tab;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Pages of the storefront and their sockets, at one house, in time that a test lets pass. */
final class Pages {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    static final Duration HEARTBEAT = Duration.ofSeconds(25);
    static final VisitorKey KEY = VisitorKey.of("demo", Documents.VISITOR);
    static final String ANSWER = "{\"type\": \"invitation\", \"id\": \"i1\", \"response\": \"shown\"}";
    static final String MESSAGE =
            "{\"type\": \"message\", \"conversation\": \"c1\", \"id\": \"m1\", \"text\": \"Good evening\"}";
    static final String REQUEST = "{\"type\": \"request\", \"id\": \"r1\", \"item\": \"W-100\"}";

    final FakeTimers time = new FakeTimers();
    final FakeFlow flow = new FakeFlow();
    final List<Tab> closed = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Traffic traffic = new Traffic(House.sites(), meters);
    private final Sockets sockets = new Sockets(new OneNode(), meters);

    private record OneNode() implements Nodes {
        @Override
        public String self() {
            return "n1";
        }

        @Override
        public Set<String> live() {
            return Set.of("n1");
        }
    }

    /** A page and its socket. */
    final class Page {
        final FakeWire wire = new FakeWire();
        final Socket socket = sockets.open(wire);
        final VisitorSocket visitor;

        Page(Hall hall, Caller caller) {
            visitor = new VisitorSocket(hall, socket, caller);
        }

        Page says(String... frames) {
            for (var frame : frames) {
                visitor.received(frame);
            }
            return this;
        }

        List<JsonNode> hears() {
            return wire.frames().stream().map(Documents::read).toList();
        }

        JsonNode last() {
            return hears().getLast();
        }

        OptionalInt closed() {
            return wire.closed();
        }
    }

    Page page() {
        return page(hall(House.limits(100, 100, 100, 100)));
    }

    Page page(Hall hall) {
        return page(hall, new Caller(House.ORIGIN, new Address("192.0.2.1", false), false));
    }

    Page page(Caller caller) {
        return page(hall(House.limits(100, 100, 100, 100)), caller);
    }

    Page page(Hall hall, Caller caller) {
        return new Page(hall, caller);
    }

    Hall hall(LimitsConfig limits) {
        return new Hall(
                flow,
                House.reception(),
                new Rates(limits, time),
                new Tally(meters, traffic),
                time,
                InstantSource.fixed(NOW),
                HEARTBEAT,
                closed::add);
    }

    static String hello() {
        return """
                {"type": "hello", "site": "demo", "visitor": "%s", "session": "%s", "client": "a.b.c",
                 "consent": {"analytics_storage": "granted", "personalization_storage": "granted"}}""".formatted(Documents.VISITOR, Documents.SESSION);
    }

    static String beacon(int seq) {
        return """
                {"type": "beacon", "source": "p1", "seq": %d, "sentAt": 1764000000000, "events": [
                 {"name": "page_view", "at": 1764000000000}]}""".formatted(seq);
    }
}
