package io.overture.intake;

import io.quarkus.websockets.next.HandshakeRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From where requests come, and a note of it on the way for who opens a socket, whose handshake knows only the last proxy.
 * Whatever a browser sends under that name is overwritten.
 */
@Singleton
public class Callers {

    private static final String ADDRESS = "Overture-Caller";
    private static final String THIS_MACHINE = "this machine";
    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("Forwarded");
    private static final CharSequence X_FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final int BEFORE_THE_UPGRADE = -10;

    private final Hops hops;

    /** Of Quarkus' own settings, which say whether there is a proxy and which is ours. */
    @Inject
    public Callers(
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean believes,
            @ConfigProperty(name = "quarkus.http.proxy.allow-forwarded", defaultValue = "false") boolean isStandard,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted) {
        this(new Hops(
                believes,
                isStandard,
                trusted.orElse(List.of()).stream()
                        .flatMap(each -> Network.of(each.strip()).stream())
                        .toList()));
    }

    Callers(Hops hops) {
        this.hops = hops;
    }

    void note(@Observes Router router) {
        router.route(VisitorEndpoint.PATH).order(BEFORE_THE_UPGRADE).handler(routing -> {
            var address = address(routing.request());
            routing.request().headers().set(ADDRESS, address.isThisMachine() ? THIS_MACHINE : address.value());
            routing.next();
        });
    }

    /** By the connection itself and what our proxies added: what Quarkus makes of the header is its left-most word. */
    Address address(HttpServerRequest request) {
        var peer = request.connection().remoteAddress();
        return hops.caller(
                peer == null ? null : peer.hostAddress(),
                hops.believes()
                        ? request.headers().getAll(hops.isStandard() ? FORWARDED : X_FORWARDED_FOR)
                        : List.of());
    }

    static Caller of(HandshakeRequest handshake) {
        var noted = handshake.header(ADDRESS);
        return new Caller(
                handshake.header("Origin"),
                THIS_MACHINE.equals(noted) ? new Address("", true) : new Address(noted == null ? "" : noted, false),
                "1".equals(handshake.header("Sec-GPC")));
    }
}
