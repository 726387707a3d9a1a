package io.overture.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.overture.flow.Flow;
import io.overture.push.ClosedTabs;
import io.overture.push.Socket;
import io.overture.push.Sockets;
import io.overture.push.Timers;
import io.overture.push.Wires;
import io.overture.traffic.Traffic;
import io.overture.wire.RequestId;
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
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** {@code GET /v1/visitor}: carries frames between Quarkus and a {@link VisitorSocket}, and decides nothing. */
@WebSocket(path = VisitorEndpoint.PATH)
public class VisitorEndpoint {

    static final String PATH = "/v1/visitor";

    private static final Logger LOG = Logger.getLogger(VisitorEndpoint.class);
    private static final UserData.TypedKey<Open> OPEN = new UserData.TypedKey<>("overture.socket");

    private record Open(Socket socket, VisitorSocket visitor) {}

    private final Sockets sockets;
    private final Hall hall;

    @Inject
    public VisitorEndpoint(
            Flow flow,
            Reception reception,
            Rates rates,
            Sockets sockets,
            SocketConfig config,
            MeterRegistry meters,
            Traffic traffic,
            ClosedTabs closed,
            Vertx vertx) {
        this.sockets = sockets;
        this.hall = new Hall(
                flow,
                reception,
                rates,
                new Tally(meters, traffic),
                Timers.of(vertx),
                InstantSource.system(),
                config.heartbeat(),
                closed::closed);
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection, HandshakeRequest handshake) {
        var caller = Callers.of(handshake);
        var socket = sockets.open(Wires.of(connection), caller.address().places());
        connection.userData().put(OPEN, new Open(socket, new VisitorSocket(hall, socket, caller)));
        return done();
    }

    /** Done at once: the next frame is read while this one is on its way. */
    @OnTextMessage
    Uni<Void> text(String frame, WebSocketConnection connection) {
        opened(connection).visitor().received(frame);
        return done();
    }

    @OnBinaryMessage
    Uni<Void> binary(Buffer frame, WebSocketConnection connection) {
        opened(connection).visitor().receivedBinary();
        return done();
    }

    /** Answered by the server itself, before it is told here. */
    @OnPingMessage
    Uni<Void> ping(Buffer payload, WebSocketConnection connection) {
        opened(connection).visitor().control(payload.length(), true);
        return done();
    }

    @OnPongMessage
    Uni<Void> pong(Buffer payload, WebSocketConnection connection) {
        opened(connection).visitor().control(payload.length(), false);
        return done();
    }

    @OnClose
    Uni<Void> close(WebSocketConnection connection) {
        var open = connection.userData().remove(OPEN);
        if (open != null) {
            sockets.closed(open.socket());
            open.visitor().closed();
        }
        return done();
    }

    /** Without this the cause would be told to the browser. */
    @OnError
    Uni<Void> error(Throwable failure, WebSocketConnection connection) {
        RequestId.log(
                connection.handshakeRequest().header(RequestId.HEADER), () -> LOG.debug("a socket failed", failure));
        var open = connection.userData().get(OPEN);
        if (open != null) {
            open.visitor().failed();
        }
        return done();
    }

    private static Open opened(WebSocketConnection connection) {
        var open = connection.userData().get(OPEN);
        if (open == null) {
            throw new IllegalStateException("a frame before the socket was open");
        }
        return open;
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
