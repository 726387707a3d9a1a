package io.overture.advisor;

import io.overture.push.CloseCode;
import io.overture.push.Socket;
import io.overture.push.Sockets;
import io.overture.push.Wires;
import io.overture.roster.Roster;
import io.overture.roster.Seat;
import io.overture.wire.RequestId;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPingMessage;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/advisor}: carries frames between Quarkus and an {@link AdvisorSocket}. Who has no role is refused before
 * the upgrade; who has one but no seat, or comes from a foreign page, after it, so that the console can read why.
 */
@WebSocket(path = "/v1/advisor")
@RolesAllowed({AdvisorEndpoint.ADVISOR, AdvisorEndpoint.LEAD, AdvisorEndpoint.PARTNER})
public class AdvisorEndpoint {

    static final String ADVISOR = "advisor";
    static final String LEAD = "lead";
    static final String PARTNER = "partner";

    private static final Logger LOG = Logger.getLogger(AdvisorEndpoint.class);
    private static final UserData.TypedKey<Open> OPEN = new UserData.TypedKey<>("overture.advisor");

    /** @param advisor null when the socket is refused and about to close */
    private record Open(Socket socket, @Nullable AdvisorSocket advisor) {}

    private final Sockets sockets;
    private final Roster roster;
    private final Office office;
    private final SecurityIdentity identity;

    @Inject
    AdvisorEndpoint(Sockets sockets, Roster roster, Office office, SecurityIdentity identity) {
        this.sockets = sockets;
        this.roster = roster;
        this.office = office;
        this.identity = identity;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection, HandshakeRequest handshake) {
        var socket = sockets.open(Wires.of(connection));
        var advisor = seat(handshake)
                .map(seat -> new AdvisorSocket(office, socket, seat))
                .orElse(null);
        connection.userData().put(OPEN, new Open(socket, advisor));
        if (advisor == null) {
            socket.close(CloseCode.REFUSED);
        }
        return done();
    }

    /** Done at once: the next frame is read while this one is on its way. */
    @OnTextMessage
    Uni<Void> text(String frame, WebSocketConnection connection) {
        with(connection, advisor -> advisor.received(frame));
        return done();
    }

    @OnBinaryMessage
    Uni<Void> binary(Buffer frame, WebSocketConnection connection) {
        with(connection, AdvisorSocket::receivedBinary);
        return done();
    }

    /** Answered by the server itself, before it is told here. */
    @OnPingMessage
    Uni<Void> ping(Buffer payload, WebSocketConnection connection) {
        with(connection, advisor -> advisor.control(payload.length(), true));
        return done();
    }

    @OnPongMessage
    Uni<Void> pong(Buffer payload, WebSocketConnection connection) {
        with(connection, advisor -> advisor.control(payload.length(), false));
        return done();
    }

    @OnClose
    Uni<Void> close(WebSocketConnection connection) {
        var open = connection.userData().get(OPEN);
        if (open != null) {
            sockets.closed(open.socket());
            with(connection, AdvisorSocket::closed);
        }
        return done();
    }

    /** Without this the cause would be told to the console. */
    @OnError
    Uni<Void> error(Throwable failure, WebSocketConnection connection) {
        RequestId.log(
                connection.handshakeRequest().header(RequestId.HEADER),
                () -> LOG.debug("a console's socket failed", failure));
        with(connection, AdvisorSocket::failed);
        return done();
    }

    /** A partner's advisor whom the roster takes for one of the house would read what is not hers to read. */
    private Optional<Seat> seat(HandshakeRequest handshake) {
        if (!Origins.isOurs(handshake.header("Origin"), handshake.header("Host"))) {
            return Optional.empty();
        }
        boolean isOfTheHouse = identity.hasRole(ADVISOR) || identity.hasRole(LEAD);
        return roster.inForce()
                .advisor(identity.getPrincipal().getName())
                .filter(seat -> isOfTheHouse || seat.advisor().partner());
    }

    private static void with(WebSocketConnection connection, Consumer<AdvisorSocket> what) {
        var open = connection.userData().get(OPEN);
        if (open != null && open.advisor() != null) {
            what.accept(open.advisor());
        }
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
