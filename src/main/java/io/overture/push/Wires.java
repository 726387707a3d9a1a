package io.overture.push;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.buffer.Buffer;

/** Quarkus' WebSockets as wires. */
public final class Wires {

    private Wires() {}

    public static Wire of(WebSocketConnection connection) {
        return new Wire() {
            @Override
            public void write(String text, Runnable gone) {
                connection.sendText(text).subscribe().with(sent -> gone.run(), failure -> gone.run());
            }

            @Override
            public void ping() {
                connection.sendPing(Buffer.buffer()).subscribe().with(sent -> {}, failure -> {});
            }

            @Override
            public void pong(Runnable gone) {
                connection.sendPong(Buffer.buffer()).subscribe().with(sent -> gone.run(), failure -> gone.run());
            }

            @Override
            public void close(int code, String reason) {
                connection.close(new CloseReason(code, reason)).subscribe().with(sent -> {}, failure -> {});
            }
        };
    }
}
