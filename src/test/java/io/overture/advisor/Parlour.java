package io.overture.advisor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.desk.Boutique;
import io.overture.desk.Call;
import io.overture.desk.ConsoleFrames;
import io.overture.desk.Discretion;
import io.overture.desk.Standing;
import io.overture.push.FakeTimers;
import io.overture.push.FakeWire;
import io.overture.push.Socket;
import io.overture.push.Sockets;
import io.overture.roster.Advisor;
import io.overture.roster.Desk;
import io.overture.roster.Desks;
import io.overture.roster.Hours;
import io.overture.roster.Seat;
import io.overture.store.Nodes;
import io.overture.trace.Traces;
import io.overture.visitor.Attendant;
import io.overture.visitor.Conversation;
import io.overture.visitor.Request;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** A desk where Camille and Kenji sit, and a visitor whose conversation rings at Camille. */
final class Parlour {

    static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    static final Duration HEARTBEAT = Duration.ofSeconds(25);
    static final VisitorKey HER = VisitorKey.of("demo", "v".repeat(22));
    static final String TALK = "c1";
    static final String HELLO = "{\"type\": \"hello\", \"device\": \"d1\"}";
    private static final ObjectMapper JSON = new ObjectMapper();

    final FakeTimers time = new FakeTimers();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final FakeDesk desk = new FakeDesk();
    final Consoles consoles = new Consoles();
    private final Sockets sockets = new Sockets(new OneNode(), new SimpleMeterRegistry());
    private final Office office = office();

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

    Parlour() {
        desk.desks = new Desks(List.of(new Desk(
                "paris",
                "eu",
                List.of("fr"),
                List.of(),
                List.of("chat", "video"),
                new Hours(ZoneOffset.UTC, Map.of(), Map.of()),
                List.of(),
                List.of(),
                Map.of("video", "https://meet.example/{conversation}"),
                Optional.empty(),
                Map.of(),
                List.of(advisor("camille"), advisor("kenji")))));
        desk.call = new Call(
                HER,
                TALK,
                0,
                0,
                new Request("reassurance", "W-100", "Méridienne", List.of("chat"), "fr", new BigDecimal("7500")),
                "ada",
                "vic",
                NOW.minusSeconds(5),
                null,
                null,
                null,
                Set.of("camille"));
        desk.stands(Standing.State.AVAILABLE, 0);
        waits();
    }

    /** One more at the desk. */
    void joins(Advisor another) {
        var paris = desk.desks.all().getFirst();
        desk.desks = new Desks(List.of(new Desk(
                paris.id(),
                paris.region(),
                paris.languages(),
                paris.skills(),
                paris.channels(),
                paris.hours(),
                paris.covers(),
                paris.sites(),
                paris.handoff(),
                paris.webhook(),
                paris.keep(),
                Stream.concat(paris.advisors().stream(), Stream.of(another)).toList())));
    }

    void waits() {
        desk.visitor = Visitor.NOBODY.withConversation(Conversation.begun(TALK, desk.call.request(), null, NOW));
    }

    void attendedBy(String advisor) {
        waits();
        desk.visitor = desk.visitor.withConversation(
                conversation().joinedBy(new Attendant(advisor, "Madame " + advisor, "Advisor", null), NOW));
    }

    Conversation conversation() {
        return Optional.ofNullable(desk.visitor.conversation()).orElseThrow();
    }

    Seat seat(String advisor) {
        return desk.desks.advisor(advisor).orElseThrow();
    }

    Open opens(String advisor) {
        return new Open(advisor);
    }

    /** A console and its socket. */
    final class Open {
        final FakeWire wire = new FakeWire();
        final Socket socket = sockets.open(wire);
        final AdvisorSocket advisor;

        Open(String who) {
            advisor = new AdvisorSocket(office, socket, seat(who));
        }

        Open says(String... frames) {
            for (var frame : frames) {
                advisor.received(frame.replace('\'', '"'));
            }
            return this;
        }

        List<JsonNode> hears() {
            return wire.frames().stream().map(Parlour::json).toList();
        }

        List<String> types() {
            return hears().stream().map(frame -> frame.path("type").asText()).toList();
        }

        JsonNode last() {
            return hears().getLast();
        }

        OptionalInt closed() {
            return wire.closed();
        }
    }

    Rounds rounds() {
        return new Rounds(consoles, () -> desk.desks, desk, boutique());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Advisor advisor(String id) {
        return new Advisor(
                id, "Madame " + id, "Advisor", null, List.of("fr"), List.of(), List.of("chat", "video"), 3, false);
    }

    private Boutique boutique() {
        return desk.boutique;
    }

    private Office office() {
        InstantSource clock = InstantSource.fixed(NOW);
        var tally = new Tally(meters, consoles::advisors);
        var dossiers = new OpenDossiers(desk.dossiers, desk);
        var errands = new Errands(
                desk,
                boutique(),
                desk,
                desk.tasks,
                desk,
                tabs -> Uni.createFrom().item(desk.closed));
        var conversing = new Conversing(
                desk,
                desk,
                () -> desk.desks,
                new Claiming(desk, dossiers, tally, clock, Traces.OFF),
                new Speaking(desk, desk, tally, Traces.OFF),
                new Noting(desk, desk, desk.clients, clock));
        var greeting = new Greeting(
                () -> desk.desks,
                desk,
                desk,
                new Resuming(
                        desk,
                        desk.talks,
                        (id, epoch, from) -> desk.transcripts.since(id, epoch, from),
                        dossiers,
                        new Discretion(() -> desk.desks)),
                (call, advisor) -> Uni.createFrom().item(ConsoleFrames.ring(call, "In words", false, null)),
                errands,
                boutique(),
                clock,
                HEARTBEAT);
        return new Office(consoles, desk, greeting, conversing, errands, boutique(), time, time, HEARTBEAT);
    }
}
