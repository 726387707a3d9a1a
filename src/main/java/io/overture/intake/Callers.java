package io.overture.intake;

import io.quarkus.websockets.next.HandshakeRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Notes on the way who opens a socket: a handshake knows only the last proxy, while the request knows for whom a trusted
 * one speaks. Whatever a browser sends under that name is overwritten.
 */
@ApplicationScoped
public class Callers {

    private static final String ADDRESS = "Overture-Caller";
    private static final int BEFORE_THE_UPGRADE = -10;

    void note(@Observes Router router) {
        router.route(VisitorEndpoint.PATH).order(BEFORE_THE_UPGRADE).handler(routing -> {
            var address = routing.request().remoteAddress();
            routing.request().headers().set(ADDRESS, address == null ? "" : address.hostAddress());
            routing.next();
        });
    }

    static Caller of(HandshakeRequest handshake) {
        return new Caller(
                handshake.header("Origin"),
                Address.of(handshake.header(ADDRESS)),
                "1".equals(handshake.header("Sec-GPC")));
    }
}
